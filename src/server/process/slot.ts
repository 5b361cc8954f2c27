/**
 * Slots for what there is once in a process. Node runs the server's entry as source while the application is a bundle, so a process holds two copies
 * of every module here; and `npm run dev` reads modules again after a change. A slot is one for all of them. Each is declared once, beside
 * the functions that say what stands in it: nobody else casts.
 */
const key = Symbol.for('thiqa.process')
const shared = globalThis as typeof globalThis & { [key]?: Map<string, unknown> }
const slots: Map<string, unknown> = shared[key] ?? new Map<string, unknown>()
shared[key] = slots

export type Slot<Value> = {
	/** `undefined` until something was put there. */
	find: () => Value | undefined
	/** Answers what was put. */
	put: (value: Value) => Value
}

/** The slot of a name, the same in every copy of the module that declares it. */
export const declareSlot = <Value>(name: string): Slot<Value> => ({
	find: () => slots.get(name) as Value | undefined,
	put: (value) => {
		slots.set(name, value)
		return value
	},
})
