/** Words of the report, in its languages. */
import type { AuditResult, Scope, Severity } from './rule.ts';
import { say, type Words } from './words.ts';

export const RESULT_WORDS: Readonly<Record<AuditResult, Words>> = {
  pass: say('passes', 'conforme'),
  fail: say('fails', 'non conforme'),
  unknown: say('unknown', 'inconnu'),
  'not-applicable': say('not applicable', 'sans objet'),
};
export const SEVERITY_WORDS: Readonly<Record<Severity, Words>> = {
  must: say('must', 'obligatoire'),
  should: say('should', 'recommandé'),
  info: say('information', 'information'),
};
export const SCOPE_WORDS: Readonly<Record<Scope, Words>> = {
  all: say('every site', 'tout site'),
  exempt: say('profile exempt', 'profil exempt'),
  consent: say('with consent', 'avec consentement'),
};

/** Groups of rules by the letter of their names. */
export const GROUP_WORDS: Readonly<Record<string, Words>> = {
  P: say('What is known of visitors without consent', 'Ce qui est connu des visiteurs sans consentement'),
  L: say('How long anything lives', 'Durées de vie'),
  I: say('Addresses, browsers, places', 'Adresses, navigateurs, lieux'),
  D: say('The visitor’s device', 'L’appareil du visiteur'),
  C: say('Consent', 'Consentement'),
  R: say('Rights, and accountability', 'Droits et responsabilité'),
  S: say('Security', 'Sécurité'),
  J: say('Law of the place, and claims', 'Droit applicable et allégations'),
  X: say('Figures that anybody can see', 'Chiffres accessibles à tous'),
};

export const REPORT_WORDS = {
  title: say('Privacy audit', 'Audit de protection des données'),
  holds: say('No rule that must hold has failed.', 'Aucune règle obligatoire n’est en défaut.'),
  broken: say(
    'Rules that must hold have failed: see below.',
    'Des règles obligatoires sont en défaut : voir ci-dessous.',
  ),
  toDo: say('What to do', 'À faire'),
  nothingToDo: say('Nothing.', 'Rien.'),
  settings: say('Settings that were in force', 'Réglages en vigueur'),
  rule: say('Rule', 'Règle'),
  result: say('Result', 'Résultat'),
  found: say('What must hold, and what was found', 'Exigence et constat'),
  served: say('by the running server', 'par le serveur en marche'),
  alone: say('by a command, while no server was running', 'par une commande, sans serveur en marche'),
  written: say('Written', 'Établi'),
  foot: say(
    'This is a self-assessment made by the software about itself. The rules are engineering rules that follow from public sources; they are not legal advice, and no authority has examined them. What people have declared is repeated here, not verified. A proxy in front of the service was not looked at.',
    'Ceci est une auto-évaluation du logiciel par lui-même. Les règles sont des règles d’ingénierie tirées de sources publiques ; elles ne sont pas un avis juridique et aucune autorité ne les a examinées. Ce que des personnes ont déclaré est repris, non vérifié. Un mandataire placé devant le service n’a pas été examiné.',
  ),
} as const satisfies Record<string, Words>;

/** Settings that the report names, in its order. */
export const SETTING_WORDS = {
  controller: say('Controller', 'Responsable du traitement'),
  contact: say('Contact', 'Contact'),
  jurisdiction: say('Jurisdiction', 'Droit applicable'),
  profile: say('Profile', 'Profil'),
  anonymous: say('Level for visitors without consent', 'Niveau sans consentement'),
  retention: say('Days are kept for', 'Durée de conservation'),
  identifier: say('Identifier after consent', 'Identifiant après consentement'),
  signals: say('Privacy signals', 'Signaux de confidentialité'),
  onRefusal: say('After a refusal', 'Après un refus'),
  notCounted: say('What is not counted', 'Ce qui n’est pas compté'),
  hostingCountry: say('Hosting country', 'Pays d’hébergement'),
  analysis: say('Analyses', 'Analyses'),
  reviewOn: say('Next review', 'Prochaine revue'),
} as const satisfies Record<string, Words>;
export type ReportedSetting = keyof typeof SETTING_WORDS;
