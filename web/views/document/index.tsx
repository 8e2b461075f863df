export function DocumentView() {
  return (
    <div class="view">
      <h1>x</h1>
    </div>
  );
}
