/** What stands where a picture is still being worked out. */
const ROWS = [0, 1, 2, 3, 4];

export function WaitingBars() {
  return (
    <div class="rows-loading" aria-busy="true">
      {ROWS.map((row) => (
        <span class="skeleton" key={row} style={{ inlineSize: `${92 - row * 14}%` }} />
      ))}
    </div>
  );
}
