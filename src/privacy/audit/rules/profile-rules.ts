/** P-01 to P-10: what may be known of visitors without consent, and who may see it. */
import type { AcceptedEvent } from '../../../domain/event.ts';
import type { ShownFigures } from '../facts.ts';
import { type AuditRule, fail, pass, unknown, worst } from '../rule.ts';
import { say } from '../words.ts';

const EXEMPTION = 'CNIL, guidelines and recommendation on trackers (2020), self-assessment of July 2025';
const NOTHING_KEPT = unknown(
  'The message made for the audit was dropped, so nothing can be said of what is kept; run the audit again.',
  'Le message de contrôle a été écarté : on ne peut pas dire ce qui est conservé ; relancez l’audit.',
);
const WAIT = {
  en: 'They were counted under another profile: shorten `--retention` or wait until they are too old.',
  fr: 'Elles ont été comptées sous un autre profil : raccourcissez `--retention` ou attendez leur échéance.',
};

export const PROFILE_RULES: readonly AuditRule[] = [
  {
    id: 'P-01',
    severity: 'must',
    scope: 'exempt',
    title: say(
      'Campaigns, channels, conversions and cohorts are not reported for visitors without consent.',
      'Campagnes, canaux, conversions et cohortes ne sont pas restitués pour les visiteurs sans consentement.',
    ),
    source: EXEMPTION,
    check: ({ rehearsal, stored }) => {
      const { anonymous, unrestrictedReports } = rehearsal;
      if (anonymous === null) return NOTHING_KEPT;
      if (campaignOf(anonymous) !== '')
        return fail(
          'A campaign or channel would be stored for a visitor without consent: set `--profile exempt` again, and report this as a fault.',
          'Une campagne ou un canal serait enregistré pour un visiteur sans consentement : redéfinissez `--profile exempt` et signalez ce défaut.',
        );
      if (unrestrictedReports.length > 0)
        return fail(
          `These reports look at visitors without consent: ${unrestrictedReports.join(', ')}. Report this as a fault.`,
          `Ces rapports portent sur des visiteurs sans consentement : ${unrestrictedReports.join(', ')}. Signalez ce défaut.`,
        );
      const { campaigns } = stored.anonymous;
      if (campaigns > 0)
        return fail(
          `${campaigns} stored visits without consent carry a campaign or channel. ${WAIT.en}`,
          `${campaigns} visites enregistrées sans consentement portent une campagne ou un canal. ${WAIT.fr}`,
        );
      return pass(
        'Campaigns are dropped on arrival, none is stored, and these reports look at visitors with consent only.',
        'Les campagnes sont écartées à l’arrivée, aucune n’est enregistrée, et ces rapports ne portent que sur les visiteurs consentants.',
      );
    },
  },
  {
    id: 'P-02',
    severity: 'must',
    scope: 'exempt',
    title: say(
      'Of page addresses only listed parameters are kept; campaign parameters never without consent, click identifiers never at all.',
      'Des adresses de pages, seuls les paramètres listés sont conservés ; jamais de paramètre de campagne sans consentement, jamais d’identifiant de clic.',
    ),
    source: EXEMPTION,
    check: ({ rehearsal, stored }) => {
      const { anonymous, identified } = rehearsal;
      if (anonymous === null || identified === null) return NOTHING_KEPT;
      if ([anonymous, identified].some(({ path }) => path.includes('?')))
        return fail(
          'A parameter that nobody has listed would be stored with the page: look at `--query-parameters`.',
          'Un paramètre non listé serait enregistré avec la page : vérifiez `--query-parameters`.',
        );
      if (stored.clickIdentifiers + stored.campaignPages > 0)
        return fail(
          `${stored.clickIdentifiers + stored.campaignPages} stored addresses carry a click identifier or a campaign parameter. Take them out of \`--query-parameters\`. ${WAIT.en}`,
          `${stored.clickIdentifiers + stored.campaignPages} adresses enregistrées portent un identifiant de clic ou un paramètre de campagne. Retirez-les de \`--query-parameters\`. ${WAIT.fr}`,
        );
      return pass(
        'Parameters are dropped on arrival, and no stored address carries one of these.',
        'Les paramètres sont écartés à l’arrivée et aucune adresse enregistrée n’en porte.',
      );
    },
  },
  {
    id: 'P-03',
    severity: 'must',
    scope: 'exempt',
    title: say(
      'Of where a visitor without consent comes from, only the host is kept.',
      'De la provenance d’un visiteur sans consentement, seul l’hôte est conservé.',
    ),
    source: EXEMPTION,
    check: ({ rehearsal, stored }) => {
      if (rehearsal.anonymous === null) return NOTHING_KEPT;
      if (rehearsal.anonymous.dimensions.referrer.includes('/'))
        return fail(
          'The path of a referrer would be stored without consent: report this as a fault.',
          'Le chemin du référent serait enregistré sans consentement : signalez ce défaut.',
        );
      if (stored.anonymous.fullReferrers > 0)
        return fail(
          `${stored.anonymous.fullReferrers} stored visits without consent have more of the referrer than its host. ${WAIT.en}`,
          `${stored.anonymous.fullReferrers} visites enregistrées sans consentement ont plus que l’hôte du référent. ${WAIT.fr}`,
        );
      return pass('Only hosts are kept.', 'Seuls les hôtes sont conservés.');
    },
  },
  {
    id: 'P-04',
    severity: 'must',
    scope: 'exempt',
    title: say(
      'Of visitors without consent at most three kinds of events are kept, without properties or amounts.',
      'Des visiteurs sans consentement, trois types d’événements au plus sont conservés, sans propriétés ni montants.',
    ),
    source: EXEMPTION,
    check: ({ rehearsal, stored }) => {
      const { kindsKept, anonymousEvent } = rehearsal;
      if (
        kindsKept > 3 ||
        (anonymousEvent !== null && (anonymousEvent.props !== null || anonymousEvent.revenue !== null))
      )
        return fail(
          'More than three kinds of events, or properties, would be stored without consent: report this as a fault.',
          'Plus de trois types d’événements, ou des propriétés, seraient enregistrés sans consentement : signalez ce défaut.',
        );
      const { kinds, properties } = stored.anonymous;
      if (kinds.length > 3 || properties > 0)
        return fail(
          `Stored without consent: ${kinds.length} kinds of events, ${properties} events with properties or amounts. ${WAIT.en}`,
          `Enregistrés sans consentement : ${kinds.length} types d’événements, ${properties} événements avec propriétés ou montants. ${WAIT.fr}`,
        );
      return pass(
        'Further kinds, properties and amounts are dropped on arrival, and none is stored.',
        'Les autres types, propriétés et montants sont écartés à l’arrivée, et aucun n’est enregistré.',
      );
    },
  },
  {
    id: 'P-05',
    severity: 'must',
    scope: 'exempt',
    title: say(
      'The collector takes no identifier of users or customers from the site.',
      'Le collecteur n’accepte du site aucun identifiant d’utilisateur ou de client.',
    ),
    source: EXEMPTION,
    check: ({ rehearsal: { suppliedIdentifiers: taken } }) =>
      taken.length === 0
        ? pass('Such identifiers are ignored or refused.', 'De tels identifiants sont ignorés ou refusés.')
        : fail(
            `An identifier made by the site was taken: ${taken.join(', ')}. Report this as a fault.`,
            `Un identifiant fourni par le site a été accepté : ${taken.join(', ')}. Signalez ce défaut.`,
          ),
  },
  {
    id: 'P-06',
    severity: 'must',
    scope: 'all',
    title: say(
      'Nobody can follow one visitor without consent through time; visitors with consent only the owner could.',
      'Personne ne peut suivre dans le temps un visiteur sans consentement ; un visiteur consentant, seul le propriétaire le pourrait.',
    ),
    source: `${EXEMPTION}; GDPR art. 5(1)(c)`,
    check: ({ rehearsal, stored }) => {
      if (rehearsal.open.length > 0)
        return fail(
          `Answered without a sign-in: ${rehearsal.open.join(', ')}. Report this as a fault.`,
          `Répondent sans connexion : ${rehearsal.open.join(', ')}. Signalez ce défaut.`,
        );
      if (rehearsal.tellingDimensions.length > 0)
        return fail(
          `Questions can tell single visitors apart by ${rehearsal.tellingDimensions.join(', ')}. Report this as a fault.`,
          `Les questions permettent de distinguer des visiteurs par ${rehearsal.tellingDimensions.join(', ')}. Signalez ce défaut.`,
        );
      if (stored.anonymous.linked > 0)
        return fail(
          `${stored.anonymous.linked} stored rows of visitors without consent say something of another day. Restore a backup, or report this as a fault.`,
          `${stored.anonymous.linked} lignes de visiteurs sans consentement disent quelque chose d’un autre jour. Restaurez une sauvegarde ou signalez ce défaut.`,
        );
      return pass(
        'Figures need a sign-in or a key, no question tells one visitor from another, and no stored row without consent points to another day.',
        'Les chiffres exigent une connexion ou une clé, aucune question ne distingue les visiteurs, et aucune ligne sans consentement ne renvoie à un autre jour.',
      );
    },
  },
  {
    id: 'P-07',
    severity: 'should',
    scope: 'exempt',
    title: say(
      'Figures of visitors are rounded to ten wherever they are shown or exported, or an analysis of anonymity is referenced.',
      'Les nombres de visiteurs sont arrondis à la dizaine partout où ils sont montrés ou exportés, ou une analyse d’anonymat est référencée.',
    ),
    source: 'CNIL, self-assessment of July 2025',
    check: ({ rehearsal, site }) => {
      if (isRounded(rehearsal.shown))
        return pass(
          'A made-up answer left in tens, and said so.',
          'Une réponse fictive est sortie arrondie à la dizaine, et le disait.',
        );
      if (site.analysis !== null)
        return pass(
          `Figures are exact; the analysis is referenced: ${site.analysis}.`,
          `Les chiffres sont exacts ; l’analyse est référencée : ${site.analysis}.`,
        );
      return fail(
        'Figures are exact and no analysis is referenced: set `--rounding on`, or state it with `--analysis <reference>`.',
        'Les chiffres sont exacts et aucune analyse n’est référencée : `--rounding on`, ou `--analysis <référence>`.',
      );
    },
  },
  {
    id: 'P-08',
    severity: 'should',
    scope: 'exempt',
    title: say(
      'Cells of fewer than five visitors are hidden, together with others by which they could be worked out.',
      'Les cellules de moins de cinq visiteurs sont masquées, avec celles qui permettraient de les retrouver.',
    ),
    source: 'CNIL, self-assessment of July 2025; EDPB/WP29 opinion 05/2014 on anonymisation',
    check: ({ rehearsal: { shown } }) =>
      hidesSmall(shown)
        ? pass(
            'Of a made-up answer the cell of three visitors and one other were hidden, and the answer said so.',
            'D’une réponse fictive, la cellule de trois visiteurs et une autre ont été masquées, et la réponse le disait.',
          )
        : fail(
            'Small cells are shown: set `--small-cells 5`.',
            'De petites cellules sont montrées : `--small-cells 5`.',
          ),
  },
  {
    id: 'P-09',
    severity: 'must',
    scope: 'all',
    title: say(
      'Sites are kept apart: each has a key of its own, and messages from pages of others are refused.',
      'Les sites sont cloisonnés : chacun a sa propre clé, et les messages venus d’autres sites sont refusés.',
    ),
    source: `${EXEMPTION}: nobody is followed across sites`,
    check: ({ rehearsal, stored: { siteKeys } }) => {
      if (siteKeys.different < siteKeys.sites || siteKeys.shortest < 32)
        return fail(
          'Two sites share a key, or one is too short: remove the site that was added last and add it again.',
          'Deux sites partagent une clé, ou l’une est trop courte : supprimez le dernier site ajouté et recréez-le.',
        );
      if (rehearsal.foreignOrigin === null)
        return fail(
          'A message from a page of another site was counted: look at `--hosts`.',
          'Un message venu d’un autre site a été compté : vérifiez `--hosts`.',
        );
      return pass(
        `${siteKeys.sites} sites, ${siteKeys.different} keys; a message from a foreign page was refused.`,
        `${siteKeys.sites} sites, ${siteKeys.different} clés ; un message d’une page étrangère a été refusé.`,
      );
    },
  },
  {
    id: 'P-10',
    severity: 'must',
    scope: 'all',
    title: say(
      'The service sends nothing to anybody but whom its people have named: a mail server, webhooks, a provider of sign-in. No requests of its own, no telemetry.',
      'Le service n’envoie rien à personne que ses responsables n’aient désigné : un serveur de messagerie, des webhooks, un fournisseur d’identité. Aucune requête de son propre chef, aucune télémétrie.',
    ),
    source: 'GDPR art. 5(1)(f), art. 44; design of the service',
    check: ({ service: { outbound, callers, isServing } }) => {
      const verdict =
        callers.length > 0
          ? fail(
              `Parts of the program can open connections and are not on the list: ${callers.join(', ')}. Is this the published version?`,
              `Des parties du programme peuvent ouvrir des connexions sans être sur la liste : ${callers.join(', ')}. Est-ce la version publiée ?`,
            )
          : pass(
              `No part of the program can open a connection but the listed ones${isServing ? ', and the running server has opened no other' : ''}.`,
              `Aucune partie du programme ne peut ouvrir de connexion hors de la liste${isServing ? ', et le serveur en marche n’en a ouvert aucune autre' : ''}.`,
            );
      if (outbound.length === 0) return verdict;
      return worst(
        verdict,
        fail(
          `The process has reached out to ${outbound.join(', ')}. Find out why before measuring goes on.`,
          `Le processus a contacté ${outbound.join(', ')}. Cherchez pourquoi avant de continuer la mesure.`,
        ),
      );
    },
  },
];

/** Whether everything of a made-up answer that is shown is a multiple of ten. */
export function isRounded({ figures, saysRounded }: ShownFigures): boolean {
  return saysRounded && figures.every((figure) => figure === null || figure % 10 === 0);
}

/** Whether the small cell of a made-up answer is hidden, and one other by which it could be worked out. */
export function hidesSmall({ figures: [small, other], saysHidden }: ShownFigures): boolean {
  return saysHidden && small === null && other === null;
}

function campaignOf({ dimensions }: AcceptedEvent): string {
  const { channel, utm_source, utm_medium, utm_campaign, utm_content, utm_term } = dimensions;
  return [channel, utm_source, utm_medium, utm_campaign, utm_content, utm_term].join('');
}
