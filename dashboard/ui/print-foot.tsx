/** What stands at the end of a printed page: where the figures came from, when, and how visitors were counted. */
import { useApp } from '../state/app.ts';

export function PrintFoot({ today }: { today: string }) {
  const { texts, format, place } = useApp();
  const { printed, method } = texts.value.print;
  const { pathname, search } = place.address.value;
  return (
    <div class="print-foot">
      <p>{printed(format.value.date(today))}</p>
      <p>{method}</p>
      <p class="print-address">{`${window.location.origin}${pathname}${search}`}</p>
    </div>
  );
}
