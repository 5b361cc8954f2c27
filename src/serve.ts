/** Entry of the product: the website and everything that stands on it. Node runs this file as it stands. */
import { wipeFreedMemory } from '#server/process/wiped-memory'

wipeFreedMemory()
const { startWebServer } = await import('#server/http/web-server')

startWebServer({
	announce: (address, { roles }) => [
		`${address}  (the website)`,
		`${address}/fr/help  (help finder)`,
		`${address}/contacts.json  (open data)`,
		...(roles.includes('intake') ? [`${address}/fr/report  (report)`] : []),
		...(roles.includes('desk') ? [`${address}/desk  (desk)`] : []),
		`${address}/health  (health)`,
	],
})
