/** Services that put a short name before a long address, so that it cannot be seen. General knowledge; not complete. */
export const shorteners = new Set(
	`adf.ly amzn.to aka.ms b.link bit.do bit.ly bitly.com bl.ink buff.ly clck.ru clk.sh cut.ly cutt.ly cutt.us dlvr.it
	dub.sh ebx.sh exe.io fb.me g.co gg.gg git.io goo.gl goo.su hyperurl.co ibb.ink ift.tt is.gd j.mp kutt.it lc.cx
	linktr.ee lnk.bio lnkd.in me-qr.com me2.do mtr.cool n9.cl ow.ly ouo.io pin.it po.st q-r.to qr.ae qr.net qrco.de
	qrs.ly rb.gy rebrand.ly reurl.cc s.id s.coop shorte.st short.gy short.io shorturl.at shorturl.com sho.rt smarturl.it
	snip.ly soo.gd su.pr surl.li t.co t.ly t2m.io tiny.cc tiny.one tinylink.net tinyurl.com tr.ee trib.al tny.im u.to
	ur1.ca urlz.fr v.gd vk.cc vu.fr wp.me x.co xurl.es y2u.be yourls.org zpr.io zws.im l.ead.me lstu.fr`.split(
		/\s+/u,
	),
)

/** Sites on which anyone can make a form that asks for anything. */
export const formPages =
	/^(?:forms\.gle|forms\.office\.com|form\.(?:jotform|typeform)\.com|(?:[^.]+\.)?(?:jotform|typeform)\.com|docs\.google\.com\/forms)(?:\/|$)/u

/** Sites on which anyone can make a page; those with a suffix of their own are known to the public suffix list. */
export const hostedPages =
	/^(?:sites\.google\.com|telegra\.ph|(?:[^.]+\.)?(?:notion\.site|wixsite\.com|weebly\.com))(?:\/|$)/u
