/** Schemas that the description of the API refers to by a name. */
import type * as z from 'zod';
import { BEACON } from './collect.ts';
import { DATE_RANGE } from './dates.ts';
import { REFUSAL } from './errors.ts';
import { DIMENSION, FILTER, VALUE_DIMENSION } from './filters.ts';
import * as lists from './lists.ts';
import { METRIC, QUERY, QUERY_ANSWER } from './query.ts';
import { NEW_SITE, SITE, SITE_SETTINGS } from './site.ts';
import { COVERAGE, DISCLOSURE, RESTRICTION, VISITORS_METHOD } from './told.ts';

export const NAMED_SCHEMAS = {
  Refusal: REFUSAL,
  Metric: METRIC,
  Dimension: DIMENSION,
  DateRange: DATE_RANGE,
  FilterDimension: VALUE_DIMENSION,
  Filter: FILTER,
  Query: QUERY,
  QueryAnswer: QUERY_ANSWER,
  VisitorsMethod: VISITORS_METHOD,
  Coverage: COVERAGE,
  Disclosure: DISCLOSURE,
  Restriction: RESTRICTION,
  Site: SITE,
  NewSite: NEW_SITE,
  SiteSettings: SITE_SETTINGS,
  Goal: lists.GOAL,
  GoalBody: lists.GOAL_BODY,
  Funnel: lists.FUNNEL,
  FunnelBody: lists.FUNNEL_BODY,
  Segment: lists.SEGMENT,
  SegmentBody: lists.SEGMENT_BODY,
  Note: lists.NOTE,
  NoteBody: lists.NOTE_BODY,
  Link: lists.LINK,
  LinkBody: lists.LINK_BODY,
  Beacon: BEACON,
} as const satisfies Record<string, z.ZodType>;
export type SchemaName = keyof typeof NAMED_SCHEMAS;
