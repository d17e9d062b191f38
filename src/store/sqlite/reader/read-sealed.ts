/** Reads what a question can ask of a sealed day from its columns in the database: one column, or what is worked out of several. */
import { emptyParts, looseEvents } from '../../segments/arrange-day.ts';
import { toDoubles } from '../../segments/column.ts';
import { asLoose, type Day, findEventStarts, type LooseEvents } from '../../segments/day-columns.ts';
import { tellApart } from '../../segments/day-people.ts';
import { type Parcel, parcelOfColumn, parcelOfLoose, parcelOfNumbers, parcelOfPeople } from '../../segments/parcels.ts';
import { LOOSE_BOUNDS, LOOSE_COLUMNS, type PartName, positionOf } from '../../segments/parts.ts';
import type { SealedDays } from '../sealed-days.ts';
import { factsOf } from './list-days.ts';

/** What there is beside columns, which are named as in `visits.page`. */
export type DerivedKind = 'durations' | 'loose' | 'apart' | 'starts';

/**
 * @param day its own columns are asked of it where several are needed
 * @throws AppError that names site, day and column when one is damaged
 */
export function readSealed(sealedDays: SealedDays, siteId: number, day: Day, kind: string): Parcel {
  const place = { siteId, day: day.day };
  switch (kind as DerivedKind) {
    case 'durations':
      return parcelOfColumn(sealedDays.readDurations(place, day.rows.visits));
    case 'loose':
      return parcelOfLoose(readLoose(sealedDays, siteId, day));
    case 'apart':
      return parcelOfPeople(tellApart(day));
    case 'starts': {
      // The column itself takes twice the room, and who asks for the beginnings seldom needs it.
      const owners = sealedDays.read({ ...place, part: 'events', column: 'visit' }, day.rows.events);
      return parcelOfNumbers(findEventStarts(owners, day.rows.visits));
    }
  }
  const [part = '', column = ''] = kind.split('.');
  return parcelOfColumn(sealedDays.read({ ...place, part, column }, day.rows[part as PartName]));
}

function readLoose(sealedDays: SealedDays, siteId: number, day: Day): LooseEvents {
  const read = (column: string) => sealedDays.readLoose({ siteId, day: day.day }, column);
  const bounds = read(LOOSE_BOUNDS);
  const columns = LOOSE_COLUMNS.map(read).filter((column) => column !== null);
  // Not kept apart, since so many events are loose: they are found among the others.
  if (bounds === null || columns.length < LOOSE_COLUMNS.length) return findLoose(day);
  const [startsAt = 0, endsAt = 0] = toDoubles(bounds);
  return asLoose(columns.map(toDoubles), startsAt, endsAt);
}

function findLoose(day: Day): LooseEvents {
  const { startsAt, endsAt } = factsOf(day);
  const parts = emptyParts();
  for (const name of LOOSE_COLUMNS) parts.events[positionOf('events', name)] = toDoubles(day.column('events', name));
  return asLoose(looseEvents(parts, startsAt, endsAt), startsAt, endsAt);
}
