/** Writes a tiny MaxMind database: https://maxmind.github.io/MaxMind-DB/, IPv4, 24-bit records. */

type Value = string | number | bigint | readonly Value[] | { readonly [key: string]: Value };

/** @param networks /24 networks such as `203.0.113.0` and their records */
export function writeMmdb(databaseType: string, networks: Readonly<Record<string, Value>>): Buffer {
  const nodes: [number | Leaf, number | Leaf][] = [[EMPTY, EMPTY]];
  const data: Buffer[] = [];
  let dataLength = 0;
  for (const [network, record] of Object.entries(networks)) {
    insert(nodes, network, { at: dataLength });
    const bytes = encode(record);
    data.push(bytes);
    dataLength += bytes.length;
  }
  const tree = Buffer.alloc(nodes.length * 6);
  nodes.forEach((node, index) => {
    node.forEach((child, side) => {
      const empty = child === EMPTY || (typeof child === 'object' && child.at < 0);
      const value = typeof child === 'number' ? child : empty ? nodes.length : nodes.length + 16 + child.at;
      tree.writeUIntBE(value, index * 6 + side * 3, 3);
    });
  });
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_770_000_000n,
    database_type: databaseType,
    description: { en: 'made for a test' },
    ip_version: 4,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 24,
  });
  return Buffer.concat([
    tree,
    Buffer.alloc(16),
    ...data,
    Buffer.from('abcdef', 'hex'),
    Buffer.from('MaxMind.com'),
    metadata,
  ]);
}

interface Leaf {
  at: number;
}
const EMPTY: Leaf = { at: -1 };

function insert(nodes: [number | Leaf, number | Leaf][], network: string, leaf: Leaf): void {
  const bits = network
    .split('.')
    .slice(0, 3)
    .map((byte) => Number(byte).toString(2).padStart(8, '0'))
    .join('');
  let current = 0;
  [...bits].forEach((bit, depth) => {
    const node = nodes[current];
    if (node === undefined) throw new Error('The tree is broken.');
    const side = bit === '0' ? 0 : 1;
    if (depth === bits.length - 1) {
      node[side] = leaf;
      return;
    }
    const child = node[side];
    current = typeof child === 'number' ? child : nodes.push([EMPTY, EMPTY]) - 1;
    node[side] = current;
  });
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  if (typeof value === 'bigint') {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(value);
    return Buffer.concat([control(9, 8), bytes]);
  }
  if (isList(value)) return Buffer.concat([control(11, value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    control(7, entries.length),
    ...entries.flatMap(([key, inner]) => [encode(key), encode(inner)]),
  ]);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Types above 7 take a byte of their own; sizes from 29 on take one more. */
function control(type: number, size: number): Buffer {
  const head = [((type > 7 ? 0 : type) << 5) | Math.min(size, 29)];
  if (type > 7) head.push(type - 7);
  if (size >= 29) head.push(size - 29);
  return Buffer.from(head);
}
