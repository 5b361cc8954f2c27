/** Parameters that say who shared a link or where it was clicked, and never what it shows. */
const everywhere =
	/^(?:utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|li_fat_id|igsh|igshid|mc_cid|mc_eid|mkt_tok|_ga|_gl|vero_id|rdt_cid|srsltid|epik|s_kwcid|hsctatracking|_hsenc|_hsmi|oly_anon_id|oly_enc_id)$/u

/** The same for names that mean something else elsewhere, by the end of the host. */
const bySite: [host: RegExp, names: RegExp][] = [
	[/(?:^|\.)(?:youtube\.com|youtu\.be)$/u, /^(?:si|feature|pp|ab_channel)$/u],
	[/(?:^|\.)(?:x|twitter)\.com$/u, /^(?:s|t|ref_src|ref_url)$/u],
	[
		/(?:^|\.)tiktok\.com$/u,
		/^(?:_t|_r|is_from_webapp|is_copy_url|sender_device|sender_web_id|share_app_id|share_link_id|share_item_id|tt_from|u_code|web_id)$/u,
	],
	[/(?:^|\.)instagram\.com$/u, /^(?:ig_rid|ig_mid|hl)$/u],
	[
		/(?:^|\.)(?:facebook\.com|fb\.watch)$/u,
		/^(?:mibextid|rdid|share_url|sfnsn|paipv|eav|__tn__|__cft__.*|ref|refsrc)$/u,
	],
	[/(?:^|\.)snapchat\.com$/u, /^(?:share_id|sid)$/u],
]

/** True for a parameter that an address can lose without leading elsewhere. */
export const isTracking = (host: string, name: string): boolean => {
	const lower = name.toLowerCase()
	return everywhere.test(lower) || bySite.some(([site, names]) => site.test(host) && names.test(lower))
}
