/**
 * Moves the clock of a Node process, for tests of what a calendar changes: `NODE_OPTIONS=--require=./tests/support/moment.cjs` with
 * `TEST_CLOCK_OFFSET` in milliseconds. Time goes on from there. The product reads no setting for it.
 */
const offset = Number(process.env.TEST_CLOCK_OFFSET ?? 0)

if (Number.isFinite(offset) && offset !== 0) {
	const Real = Date
	const now = () => Real.now() + offset
	// A proxy, so that dates made by Node itself are still instances of what tests call `Date`.
	globalThis.Date = new Proxy(Real, {
		construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
		apply: () => new Real(now()).toString(),
		get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
	})
}
