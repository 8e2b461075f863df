export function Inbox() {
  return (
    <div class="view">
      <h1>x</h1>
    </div>
  );
}
