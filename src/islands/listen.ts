const highlightName = 'listened'

/** A sentence of the page: its words, and where they stand. */
type Sentence = { text: string; range: Range }

/** A voice that lives on the device: others send the text of the page to somebody's server. */
const findVoice = (lang: string): SpeechSynthesisVoice | undefined => {
	const voices = speechSynthesis.getVoices().filter((voice) => voice.localService)
	const of = (tag: string) =>
		voices.find((voice) => `${voice.lang.replace('_', '-').toLowerCase()}-`.startsWith(`${tag}-`))
	return of(`${lang.toLowerCase()}-ma`) ?? of(lang.toLowerCase())
}

const toSentences = (node: Text): Sentence[] => {
	const text = node.data
	const found: Sentence[] = []
	for (const match of text.matchAll(/[^.!?؟…]+[.!?؟…]*[\s»"”]*/gu)) {
		if (!/[\p{L}\p{N}]/u.test(match[0])) continue
		const range = document.createRange()
		range.setStart(node, match.index)
		range.setEnd(node, match.index + match[0].length)
		found.push({ text: match[0], range })
	}
	return found
}

const collect = (article: Element): Sentence[] =>
	[...article.querySelectorAll('[data-say], [data-say-block]')].flatMap((element) => {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
		const sentences: Sentence[] = []
		while (walker.nextNode()) sentences.push(...toSentences(walker.currentNode as Text))
		return sentences
	})

const show = (range: Range | undefined): void => {
	if (!('highlights' in CSS)) return
	CSS.highlights.delete(highlightName)
	if (!range) return
	CSS.highlights.set(highlightName, new Highlight(range))
	range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
}

/** Reads with the device's own voice, one sentence after the other; `stopped` is called at the end. */
const speak = (sentences: Sentence[], voice: SpeechSynthesisVoice, stopped: () => void): (() => void) => {
	let isStopped = false
	const stop = (): void => {
		isStopped = true
		speechSynthesis.cancel()
		show(undefined)
		stopped()
	}
	const next = (index: number): void => {
		const sentence = sentences[index]
		if (isStopped) return
		if (!sentence) {
			stop()
			return
		}
		const utterance = new SpeechSynthesisUtterance(sentence.text)
		utterance.voice = voice
		utterance.lang = voice.lang
		utterance.rate = 0.95
		utterance.onstart = () => show(sentence.range)
		utterance.onend = () => next(index + 1)
		utterance.onerror = () => stop()
		speechSynthesis.speak(utterance)
	}
	next(0)
	return stop
}

/** Plays a recording; `failed` is called when it cannot be had, as without a network. */
const play = (track: string, stopped: () => void, failed: () => void): (() => void) => {
	const audio = new Audio(track)
	let isStopped = false
	audio.onended = stopped
	audio.onplaying = () => (audio.onerror = stopped)
	audio.play().catch(() => {
		if (!isStopped) failed()
	})
	return () => {
		isStopped = true
		audio.pause()
		stopped()
	}
}

/** Ears of a child's cards: each plays its recording where it stands. Without script it is a link to the sound. */
export const startEars = (): void => {
	let stop: (() => void) | undefined
	addEventListener('leave', () => stop?.())
	for (const ear of document.querySelectorAll<HTMLAnchorElement>('[data-ear]'))
		ear.addEventListener('click', (event) => {
			event.preventDefault()
			stop?.()
			stop = play(
				ear.href,
				() => (stop = undefined),
				() => location.assign(ear.href),
			)
		})
}

/** Listen: a recorded track where there is one, else the device's voice; no button where neither exists. */
export const startListen = (): void => {
	const button = document.querySelector<HTMLButtonElement>('[data-listen-button]')
	const article = document.querySelector<HTMLElement>('[data-listen]')
	if (!button || !article) return
	const { track } = article.dataset
	const { lang = '' } = button.dataset
	const label = button.querySelector('span') ?? button
	const words = label.textContent
	let stop: (() => void) | undefined
	const onStopped = (): void => {
		stop = undefined
		label.textContent = words
	}
	const useVoice = (): void => {
		const voice = 'speechSynthesis' in window ? findVoice(lang) : undefined
		if (voice) stop = speak(collect(article), voice, onStopped)
		else onStopped()
	}
	button.addEventListener('click', () => {
		if (stop) {
			stop()
			return
		}
		label.textContent = button.dataset.stop ?? ''
		if (track) stop = play(track, onStopped, useVoice)
		else useVoice()
	})
	const offer = (): void => {
		button.hidden = !track && !findVoice(lang)
	}
	// Who leaves quickly is not heard for as long as the next page takes to come.
	for (const away of ['pagehide', 'leave']) addEventListener(away, () => stop?.())
	if (!('speechSynthesis' in window)) {
		button.hidden = !track
		return
	}
	offer()
	speechSynthesis.addEventListener('voiceschanged', offer)
}
