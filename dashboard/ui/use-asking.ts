/** A question that takes the place of the button that raised it: the focus goes to the safe answer, and back to the button after it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** `first` is for the button that raises the question, `safe` for the answer that changes nothing. */
export function useAsking() {
  const [isAsking, setAsking] = useState(false);
  const [first, safe] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const wasAsking = useRef(false);
  // Before the next key is heard: whoever types fast is not overtaken.
  useLayoutEffect(() => {
    // What had the focus is gone in both directions.
    if (isAsking) safe.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  return { isAsking, setAsking, first, safe };
}
