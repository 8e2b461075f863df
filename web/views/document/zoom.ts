const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;

/** The next larger or smaller step; 1 is as wide as the pane. */
export function nextZoom(now: number, by: 1 | -1): number {
  const at = STEPS.findIndex((step) => step >= now);
  return STEPS[Math.min(STEPS.length - 1, Math.max(0, at + by))] ?? 1;
}
