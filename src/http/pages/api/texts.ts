/** The words around the description of the API. What the API says itself is English everywhere, as its field names are. */
import { GROUPS, type Group } from '../../api/operation.ts';
import type { PageLanguage } from '../say-words.ts';

export interface ApiTexts {
  title: string;
  lead: string;
  file: string;
  contents: string;
  groups: Readonly<Record<Group, string>>;
  keys: { title: string; paragraphs: readonly string[] };
  refusals: { title: string; lead: string };
  schemas: { title: string; lead: string };
  noKey: string;
  /** Beside the scope that a key needs. */
  scope: string;
  address: string;
  body: string;
  answers: string;
  example: string;
  needed: string;
  optional: string;
  listOf: string;
  or: string;
  anything: string;
  asJson: string;
}

const EN: ApiTexts = {
  title: 'The API',
  lead: 'Everything that programs can ask of this server and change on it. This page and the document for programs are written from the same schemas that requests are held to.',
  file: 'The same as OpenAPI 3.1',
  contents: 'Contents',
  groups: GROUPS,
  keys: {
    title: 'Keys',
    paragraphs: [
      'A key is made under Account > API keys, or by `passant key issue`. It has one or more scopes, and is of one site or of all. The examples below expect it in the variable `KEY`.',
      'To a key of one site all other sites are as if they were not there. Such a key neither makes sites nor ends or gives them away.',
    ],
  },
  refusals: {
    title: 'Refusals',
    lead: 'Every refusal has the same form: a sentence, a code of a closed list, and one detail per mistake with its place.',
  },
  schemas: { title: 'Forms', lead: 'What requests and answers are made of, by name.' },
  noKey: 'no key',
  scope: 'scope',
  address: 'In the address',
  body: 'Body',
  answers: 'Answers',
  example: 'Try it',
  needed: 'needed',
  optional: 'optional',
  listOf: 'list of',
  or: 'or',
  anything: 'anything',
  asJson: 'As JSON Schema',
};

const FR: ApiTexts = {
  title: 'L’API',
  lead: 'Tout ce que des programmes peuvent demander à ce serveur et y modifier. Cette page et le document destiné aux programmes sont tirés des mêmes schémas que ceux qui contrôlent les requêtes. Les termes de l’API restent en anglais.',
  file: 'La même chose en OpenAPI 3.1',
  contents: 'Sommaire',
  groups: {
    questions: 'Chiffres : ce qui a été compté',
    explorations: 'Visites une à une : entonnoirs, rétention, parcours, qui est là en ce moment',
    sites: 'Les sites et leurs réglages',
    lists: 'Ce que garde un site : objectifs, entonnoirs, segments, notes, liens de partage',
    raw: 'Export des événements un à un',
    collecting: 'Ce qu’envoient les pages mesurées et les serveurs',
    rights: 'Ce que les visiteurs demandent sur eux-mêmes',
    description: 'Cette description',
  },
  keys: {
    title: 'Clés',
    paragraphs: [
      'Une clé se crée sous Compte > Clés d’API, ou par `passant key issue`. Elle a une ou plusieurs portées (scopes) et vaut pour un site ou pour tous. Les exemples ci-dessous l’attendent dans la variable `KEY`.',
      'Pour la clé d’un site, les autres sites n’existent pas. Une telle clé ne peut ni créer, ni supprimer, ni vider, ni confier un site.',
    ],
  },
  refusals: {
    title: 'Refus',
    lead: 'Tous les refus ont la même forme : une phrase, un code tiré d’une liste fermée, et un détail par erreur avec l’endroit où elle se trouve.',
  },
  schemas: { title: 'Formes', lead: 'Ce dont requêtes et réponses sont faites, par nom.' },
  noKey: 'sans clé',
  scope: 'portée',
  address: 'Dans l’adresse',
  body: 'Corps',
  answers: 'Réponses',
  example: 'Essayer',
  needed: 'obligatoire',
  optional: 'facultatif',
  listOf: 'liste de',
  or: 'ou',
  anything: 'tout',
  asJson: 'En JSON Schema',
};

export function apiTexts(language: PageLanguage): ApiTexts {
  return { en: EN, fr: FR }[language];
}
