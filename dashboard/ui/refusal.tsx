/** Why what a form sent was refused, read out when it appears. */

/** @param said nothing is shown of null */
export function Refusal({ said }: { said: string | null }) {
  return said === null ? null : (
    <p class="mistake mistake-box" role="alert">
      {said}
    </p>
  );
}
