/** Sources that the public lists lack or know under another kind, and the short names that campaigns use for them: our own data. */

export type SourceKind = 'search' | 'social' | 'video' | 'shopping' | 'ai' | 'email';

/** One `Name: host host` per line; `{}` stands for a public suffix. A host of an Android app is its package. */
export const KNOWN_SOURCES: Readonly<Record<SourceKind, string>> = {
  search: `
Google: google.{} lens.google.com com.google.android.googlequicksearchbox com.google.android.googlequicksearchbox.lite
Google syndicated search: syndicatedsearch.goog
DuckDuckGo: duckduckgo.com html.duckduckgo.com lite.duckduckgo.com start.duckduckgo.com safe.duckduckgo.com noai.duckduckgo.com com.duckduckgo.mobile.android
Bing: bing.com com.microsoft.bing
Ecosia: ecosia.org com.ecosia.android
Qwant: qwant.com com.qwant.liberty
Yahoo!: yahoo.com search.yahoo.com
Yandex: yandex.{} ya.ru ru.yandex.searchplugin com.yandex.browser
Baidu: baidu.com com.baidu.searchbox
Naver: naver.com search.naver.com m.search.naver.com com.nhn.android.search
Seznam: search.seznam.cz cz.seznam.sbrowser
Startpage: startpage.com
Swisscows: swisscows.com
Marginalia Search: marginalia-search.com search.marginalia.nu
SearXNG: searx.be searx.space`,
  ai: `
ChatGPT: chatgpt.com com.openai.chatgpt
Claude: claude.ai com.anthropic.claude
Copilot: copilot.microsoft.com copilot.cloud.microsoft m365.cloud.microsoft edgeservices.bing.com bing.com/chat com.microsoft.copilot
DeepSeek: chat.deepseek.com deepseek.com com.deepseek.chat
Gemini: gemini.google.com com.google.android.apps.bard
HuggingChat: huggingface.co/chat
Kimi: kimi.com kimi.ai kimi.moonshot.cn
Doubao: doubao.com
Grok: grok.com x.com/i/grok ai.x.grok
Le Chat: chat.mistral.ai ai.mistral.chat
Lumo: lumo.proton.me
Manus: manus.im
Perplexity: perplexity.ai ai.perplexity.app.android
Phind: phind.com
Poe: poe.com com.poe.android`,
  video: `
YouTube: youtube.com youtu.be youtube-nocookie.com com.google.android.youtube
Vimeo: vimeo.com
Dailymotion: dailymotion.com dai.ly
Twitch: twitch.tv
bilibili: bilibili.com b23.tv
Niconico: nicovideo.jp
Odysee: odysee.com
Rumble: rumble.com
Kick: kick.com
TED: ted.com`,
  social: `
Facebook: facebook.com fb.com fb.me com.facebook.katana com.facebook.lite
Messenger: messenger.com com.facebook.orca
Instagram: instagram.com com.instagram.android
Threads: threads.net threads.com com.instagram.barcelona
WhatsApp: whatsapp.com web.whatsapp.com wa.me com.whatsapp com.whatsapp.w4b
Telegram: t.me telegram.org telegram.me org.telegram.messenger org.telegram.plus
LinkedIn: linkedin.com lnkd.in com.linkedin.android
Twitter: twitter.com x.com t.co com.twitter.android
Pinterest: pinterest.{} pin.it com.pinterest
Reddit: reddit.com redd.it com.reddit.frontpage
TikTok: tiktok.com com.zhiliaoapp.musically com.ss.android.ugc.trill
Tumblr: tumblr.com t.umblr.com com.tumblr
Snapchat: snapchat.com com.snapchat.android
Discord: discord.com discord.gg discordapp.com com.discord
Bluesky: bsky.app go.bsky.app skyfeed.app xyz.blueskyweb.app
Mastodon: piaille.fr framapiaf.org social.network.europa.eu org.joinmastodon.android
Lemmy: lemmy.world lemmy.ml lemm.ee jlai.lu feddit.org
Hacker News: news.ycombinator.com
Lobsters: lobste.rs
Product Hunt: producthunt.com
Quora: quora.com com.quora.android
Stack Exchange: stackexchange.com
Odnoklassniki: ok.ru odnoklassniki.ru
Vkontakte: vk.com vk.ru vkontakte.ru com.vkontakte.android
Weibo: weibo.com weibo.cn t.cn
LINE: line.me
Nextdoor: nextdoor.{}
Slack: app.slack.com slack.com com.slack com.slack.android
Microsoft Teams: teams.microsoft.com teams.live.com teams.cloud.microsoft com.microsoft.teams`,
  shopping: `
Amazon: amazon.{} com.amazon.mshop.android.shopping
AliExpress: aliexpress.{}
Alibaba: alibaba.com
Allegro: allegro.pl
Cdiscount: cdiscount.com
eBay: ebay.{} com.ebay.mobile
Etsy: etsy.com com.etsy.android
Fnac: fnac.com
Google Shopping: shopping.google.{} google.com/shopping google.{}/shopping
Idealo: idealo.{}
IndiaMART: indiamart.com
Leboncoin: leboncoin.fr
Mercado Libre: mercadolibre.{}
Otto: otto.de
Rakuten: rakuten.{}
Shopee: shopee.{}
Shopzilla: shopzilla.com
Temu: temu.com
Vinted: vinted.{}
Walmart: walmart.com
Zalando: zalando.{}`,
  email: `
Gmail: mail.google.com com.google.android.gm
Outlook: outlook.com outlook.live.com outlook.office.com outlook.office365.com outlook.cloud.microsoft com.microsoft.office.outlook
Yahoo! Mail: mail.yahoo.com com.yahoo.mobile.client.android.mail
Proton Mail: mail.proton.me mail.protonmail.com ch.protonmail.android
GMX Mail: navigator.gmx.net deref-gmx.net deref-gmx.com deref-gmx.fr de.gmx.mobile.android.mail
WEB.DE Mail: deref-web.de navigator.web.de de.web.mobile.android.mail
Mail.ru: e.mail.ru ru.mail.mailapp
Yandex Mail: mail.yandex.{} ru.yandex.mail
Fastmail: fastmail.com app.fastmail.com
Zoho Mail: mail.zoho.com mail.zoho.eu
AOL Mail: mail.aol.com
iCloud Mail: icloud.com
Thunderbird: net.thunderbird.android
K-9 Mail: com.fsck.k9
La Poste Mail: webmail.laposte.net
Orange Mail: messagerie.orange.fr
Free Mail: webmail.free.fr zimbra.free.fr
SFR Mail: webmail.sfr.fr
QQ Mail: mail.qq.com
163 Mail: mail.163.com`,
};

/**
 * What campaigns write in utm_source, beside the hosts above: lower case, one `Name: word,word` per line. The names of the lists are not
 * used as they stand, because many are plain words (Free, Inbox, Orange, Tagged, Workplace) that campaigns use in their own sense.
 */
export const CAMPAIGN_NAMES = `
Google: google,adwords,googleads,google ads,google-ads,google_ads
Bing: bing,bingads,bing ads,microsoft ads
DuckDuckGo: duckduckgo,ddg
Ecosia: ecosia
Qwant: qwant
Yahoo!: yahoo,yahoo!
Yandex: yandex
Baidu: baidu
Naver: naver
Seznam: seznam
Kagi: kagi
Startpage: startpage
Facebook: facebook,fb,facebook ads,facebook-ads,facebookads,facebook_ads,meta
Messenger: messenger,facebook messenger
Instagram: instagram,ig,insta,instagram ads
Threads: threads
WhatsApp: whatsapp
Telegram: telegram
LinkedIn: linkedin,linked-in
Twitter: twitter,x,tw,twitter/x
Pinterest: pinterest
Reddit: reddit
TikTok: tiktok,tik tok,tik-tok
Tumblr: tumblr
Snapchat: snapchat,snap
Discord: discord
Slack: slack
Bluesky: bluesky,bsky
Mastodon: mastodon
Hacker News: hackernews,hacker news,hacker-news,hn
Product Hunt: producthunt,product hunt,product-hunt
Quora: quora
Stack Exchange: stackexchange
StackOverflow: stackoverflow,stack overflow
GitHub: github
Vkontakte: vk,vkontakte
Odnoklassniki: odnoklassniki
Weibo: weibo
WeChat: wechat,weixin
XING: xing
Nextdoor: nextdoor
Microsoft Teams: microsoft teams
YouTube: youtube,yt
Vimeo: vimeo
Dailymotion: dailymotion
Twitch: twitch
ChatGPT: chatgpt,openai,chat gpt
Claude: claude,claude.ai
Gemini: gemini
Copilot: copilot,microsoft copilot
Perplexity: perplexity
DeepSeek: deepseek
Grok: grok
Le Chat: mistral,le chat,lechat
Amazon: amazon
eBay: ebay
Etsy: etsy
AliExpress: aliexpress
Idealo: idealo
Google Shopping: google shopping,google_shopping,google-shopping
Leboncoin: leboncoin
Gmail: gmail
Outlook: outlook
`;

/** Names of the public lists that have a more usual spelling. */
export const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['reddit', 'Reddit'],
  ['tumblr', 'Tumblr'],
  ['StartPage', 'Startpage'],
  ['Deepseek', 'DeepSeek'],
  ['Ozone', 'Qzone'],
]);
