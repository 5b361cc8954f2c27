declare global {
	namespace App {
		/** Error as a page shows it: `message` is a permanent code, never a text (see CONTRIBUTING.md, errors). */
		interface Error {
			message: string
			id?: string
		}
		interface Locals {
			/** Domain of the operator's canary names, if there is one. */
			canaryDomain: string | undefined
			/** Sources that this page alone may fetch from and frame: in `connect-src` and `frame-src` of its content policy. */
			connectTo?: readonly string[]
			/** A page in which a voice can be recorded and heard: the microphone, and sound made in the page. */
			mayRecord?: boolean
			/** Others may show it in a frame: it says its own policy. */
			mayBeFramed?: boolean
			/** The page that shows partners the widget: it alone may frame what stands under our own origin. */
			showsWidget?: boolean
			/** A page that is the same for everyone for a while: made once for it. */
			shell?: import('#server/http/page-shell').ShellPlan
			/** The person who is signed in at the desk; found under /desk only. */
			staff?: import('#domains/people/server').SignedIn
			/** Language of a page of the desk, whose address names none. */
			deskLanguage?: import('#base').Language
		}
		interface PageData {
			/** Whose page it is: sets colours, density and the tiling of the wall. */
			audience?: import('#domains/guide').Audience
			/** A page that must not be recognised in a history list or on Back. */
			isSensitive?: boolean
			/** Every line counts on the first screen: the header is its bar alone. */
			isPlain?: boolean
			/** The page's own script does what the small script of every page does. */
			bringsScript?: boolean
			/** A number that is called from here: stands in the place of the way to help, which would begin again. */
			call?: string | undefined
			/** Query of the search, so that it stays when the language changes. */
			query?: string
			/** Other parameters of the address, kept in the same way. */
			asked?: Readonly<Record<string, string>>
		}
	}
}

export {}
