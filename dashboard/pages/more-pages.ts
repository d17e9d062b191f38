/** The pages beside the figures, which arrive together: apart, what they share would be cut into dozens of small files. */
export { FunnelsPage } from '../funnels/funnels-page.tsx';
export { GoalsPage } from '../goals/goals-page.tsx';
export { JourneysPage } from '../journeys/journeys-page.tsx';
export { LivePage } from '../live/live-page.tsx';
export { RetentionPage } from '../retention/retention-page.tsx';
