/**
 * A canary name opened as a page in a hidden frame. Policies of browsers refuse pages and let requests through, so only
 * this shows whether they act. The page says which name it is by a message to the page around it.
 */

/** A message may come after the frame says that it has loaded. */
const grace = 1500

/** Message of a page of the helper; nothing: the browser showed no page of ours; `silent`: it showed nothing at all. */
type Opened = { said: unknown } | 'nothing' | 'silent'

/** Opens `address` in `place`, waits for its message, and takes the frame away again. */
export const openName = (address: string, place: HTMLElement, patience: number): Promise<Opened> =>
	new Promise((resolve) => {
		const frame = document.createElement('iframe')
		const { origin } = new URL(address)
		const finish = (opened: Opened): void => {
			clearTimeout(timer)
			removeEventListener('message', listen)
			frame.remove()
			resolve(opened)
		}
		const listen = (event: MessageEvent<unknown>): void => {
			if (event.source === frame.contentWindow && event.origin === origin) finish({ said: event.data })
		}
		let timer = setTimeout(() => finish('silent'), patience)
		addEventListener('message', listen)
		// Chromium loads a page of its own where it refuses one; Firefox loads nothing and says nothing.
		frame.addEventListener('load', () => {
			clearTimeout(timer)
			timer = setTimeout(() => finish('nothing'), grace)
		})
		frame.hidden = true
		frame.referrerPolicy = 'no-referrer'
		frame.setAttribute('sandbox', 'allow-scripts allow-same-origin')
		frame.src = address
		place.append(frame)
	})
