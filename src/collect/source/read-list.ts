/** Reads the compact text of a list of sources: one `Name: host host` per line. */

export interface ListedSource {
  name: string;
  /** Host names without `www.`; `{}` stands for a country or public suffix, and a path may follow. */
  hosts: readonly string[];
}

export function readList(text: string): ListedSource[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const end = line.lastIndexOf(': ');
      return { name: line.slice(0, end), hosts: line.slice(end + 2).split(' ') };
    });
}
