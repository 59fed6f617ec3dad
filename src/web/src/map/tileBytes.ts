/** What fetching one collection's tile ended with. */
export type TileBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unreachable' };

export function tileAddress(collection: string, zoom: number, column: number, row: number): string {
  return `/ogc/collections/${collection}/tiles/WebMercatorQuad/${zoom}/${row}/${column}`;
}

export async function fetchTile(address: string): Promise<TileBytes> {
  try {
    const response = await fetch(address, { headers: { Accept: 'application/vnd.mapbox-vector-tile' } });
    if (response.status === 204 || response.status === 404) {
      return response.status === 204 ? { kind: 'empty' } : { kind: 'refused' };
    }

    if (!response.ok) {
      return { kind: 'refused' };
    }

    return { kind: 'bytes', bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/**
 * Joins the tiles of several collections to one. A vector tile is a protobuf message whose only field is the repeated
 * list of its layers, and protobuf messages are merged by writing one behind the other.
 */
export function joinTiles(parts: readonly TileBytes[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) {
    length += part.kind === 'bytes' ? part.bytes.length : 0;
  }

  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    if (part.kind === 'bytes') {
      joined.set(part.bytes, at);
      at += part.bytes.length;
    }
  }

  return joined;
}
