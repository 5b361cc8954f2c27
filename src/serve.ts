/** Entry of the product: the website and everything that stands on it. Node runs this file as it stands. */
import { startWebServer } from './web-server.ts'

startWebServer({
	announce: (address) => [
		`${address}  (the website)`,
		`${address}/fr/help  (help finder)`,
		`${address}/contacts.json  (open data)`,
		`${address}/health  (health)`,
	],
})
