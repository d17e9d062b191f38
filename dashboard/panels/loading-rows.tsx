/** What stands where rows are on their way. */
export function LoadingRows({ count }: { count: number }) {
  return (
    <div class="rows-loading" aria-busy="true">
      {Array.from({ length: count }, (_, index) => (
        <span class="skeleton" key={index} style={{ inlineSize: `${Math.max(16, 88 - index * 8)}%` }} />
      ))}
    </div>
  );
}
