/** A value that has stopped changing: what is typed is not asked about letter by letter. */
import { useEffect, useState } from 'preact/hooks';

/** @param value compared by what it says  @param afterMs of silence */
export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(timer);
  }, [key, afterMs]);
  return settled;
}
