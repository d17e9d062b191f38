/** Files that are downloaded, told by their ending or by the attribute `download` of their link. */
import { linkOf, onAct } from '../acts.ts';
import { attributes } from '../settings.ts';
import { emit } from '../tracker.ts';

/** Documents, data, archives, programs, sound and film. */
const ENDINGS =
  '7z|avi|csv|dmg|docx?|epub|exe|geojson|gpx|gz|ics|jsonl?|kml|midi?|mov|mp[34]|mpeg|od[pst]|parquet|pdf|pkg|pp[st]x?|rar|rtf|shp|tar|txt|wav|wm[av]|xlsx?|xml|zip';

/** `data-downloads="pdf,zip"` names other endings. */
export const downloads = (): void => {
  const endings = attributes.downloads ? `${attributes.downloads}`.replace(/\W+/g, '|') : ENDINGS;
  onAct(2, (path) => {
    const link = linkOf(path);
    if (!link || !(link.hasAttribute('download') || RegExp(`\\.(${endings})$`, 'i').test(link.pathname as string)))
      return;
    emit('File Download', { p: { url: `${link.origin}${link.pathname}` } });
    return true;
  });
};
