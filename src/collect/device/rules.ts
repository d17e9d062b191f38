/** What User-Agents give away, as ordered tables: the first expression that matches names the browser, system or class. */

/** The first group, where there is one, is the version. */
export type NameRule = readonly [name: string, pattern: RegExp];

/**
 * Apps and derived browsers first: all of them also say Chrome or Safari. Brave cannot be told from Chrome, as its makers want it.
 */
export const BROWSERS: readonly NameRule[] = [
  ['Facebook', /\[FB(?:AN|_IAB|DV).*?;FBAV\/(\d+)/],
  ['Facebook', /\[FB(?:AN|_IAB|DV)/],
  ['Instagram', /\bInstagram (\d+)/],
  ['Threads', /\bBarcelona (\d+)/],
  ['TikTok', /\b(?:musical_ly|trill|BytedanceWebview|TikTok)[_/ ]?(\d*)/],
  ['Snapchat', /\bSnapchat\/(\d+)/],
  ['Pinterest', /\[Pinterest\//],
  ['LinkedIn', /\bLinkedInApp\b/],
  ['WeChat', /\bMicroMessenger\/(\d+)/],
  ['Google app', /\bGSA\/(\d+)/],
  ['DuckDuckGo', /\b(?:Ddg|DuckDuckGo)\/(\d+)/],
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera Mini', /\bOpera Mini\/(\d+)/],
  ['Opera', /\b(?:OPR|OPT|OPX|OPiOS)\/(\d+)/],
  ['Opera', /^Opera\/(?:.*\bVersion\/)?(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Vivaldi', /\bVivaldi\/(\d+)/],
  ['Yandex', /\b(?:YaBrowser|YaApp_iOS|YandexSearch)\/(\d+)/],
  ['Whale', /\bWhale\/(\d+)/],
  ['UC Browser', /\bUC ?Browser\/(\d+)/],
  ['QQ Browser', /\bM?QQ(?:Browser)?(?:Lite)?\/(\d+)/],
  ['Huawei Browser', /\bHuaweiBrowser\/(\d+)/],
  ['MIUI Browser', /\bMiuiBrowser\/(\d+)/],
  ['Silk', /\bSilk\/(\d+)/],
  ['Meta Quest Browser', /\bOculusBrowser\/(\d+)/],
  ['Internet Explorer', /\bTrident\/7.*?\brv:(\d+)/],
  ['Internet Explorer', /\bMSIE (\d+)/],
  ['Firefox', /\b(?:FxiOS|Firefox|Focus)\/(\d+)/],
  ['Chrome', /\bCriOS\/(\d+)/],
  ['Android WebView', /; wv\).*?\bChrom(?:e|ium)\/(\d+)/],
  ['Chrome', /\bChrom(?:e|ium)\/(\d+)/],
  ['Android Browser', /\bAndroid\b.*?\bVersion\/(\d+)/],
  ['Safari', /\bVersion\/(\d+).*?\bSafari\//],
  ['Safari', /\b(?:iPhone|iPad|iPod|Macintosh)\b.*?\bSafari\//],
  ['iOS WebView', /\b(?:iPhone|iPad|iPod)\b.*?\bAppleWebKit\//],
  ['Safari', /\bMacintosh\b.*?\bAppleWebKit\//],
];

/** Before Android, Linux and Windows come the systems that also call themselves so. */
export const SYSTEMS: readonly NameRule[] = [
  ['Xbox', /\bXbox\b/],
  ['PlayStation', /\bPlayStation(?:; PlayStation)? ?(\d*)/i],
  ['Windows Phone', /\bWindows Phone(?: OS)? (\d+)/],
  ['KaiOS', /\bKAIOS\/(\d+)/i],
  ['HarmonyOS', /\b(?:Open)?Harmony(?:OS)?\b(?: (\d+))?/],
  ['Tizen', /\bTizen ?(\d*)/],
  ['webOS', /\b(?:Web0S|webOS|hpwOS)\b/i],
  ['iPadOS', /\biPad\b(?:.*?\bOS (\d+)_)?/],
  ['iOS', /\b(?:iPhone|iPod)\b(?:.*?\bOS (\d+)_)?/],
  ['Chrome OS', /\bCrOS\b/],
  ['Android', /\bAndroid(?: (\d+))?/],
  ['macOS', /\b(?:Macintosh|Mac OS X)\b(?:.*?\bMac OS X (\d+(?:[._]\d+)?))?/],
  ['Windows', /\bWindows\b(?: NT (\d+\.\d+))?/],
  ['Linux', /\b(?:Linux|X11|Ubuntu|FreeBSD|OpenBSD)\b/],
];

/** Television sets, consoles and headsets: nobody's desk, pocket or lap. */
export const OTHER_DEVICE =
  /TV\b|\bNetCast\b|\bBRAVIA\b|\bCrKey\b|\bRoku\b|\bAFT[A-Z]|\b[Ww]eb0S\b|\bPlayStation\b|\bPLAYSTATION\b|\bXbox\b|\bNintendo\b|\bQuest\b|\bOculusBrowser\b/;
/** Android tablets are the Androids that do not say Mobile. */
export const TABLET = /\biPad\b|\bTablet\b|\bKF[A-Z]{2,4}\b|^(?!.*\bMobile\b).*\bAndroid\b/;
export const MOBILE = /\b(?:Mobile|Mobi|iPhone|iPod|Android|Phone|Opera Mini|KAIOS|KaiOS)\b/;
export const DESKTOP = /\b(?:Windows|Macintosh|X11|CrOS|Linux)\b/;

/** Windows NT's number to the name people know; 11 still calls itself 10.0. */
export const WINDOWS_VERSIONS: Readonly<Record<string, string>> = {
  '5.1': 'XP',
  '5.2': 'XP',
  '6.0': 'Vista',
  '6.1': '7',
  '6.2': '8',
  '6.3': '8.1',
  '10.0': '10',
};
