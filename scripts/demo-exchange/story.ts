/** Steps that the demonstration walks, in its order, and the words in which it says so: from a child's report to an address that is gone. */
import {
	checkReceipt,
	fileReferral,
	getReceipt,
	giveCase,
	publishName,
	refer,
	replyActioned,
	report,
	waitFor,
	waitForAction,
	type Side,
} from './acts.ts'
import { answerRemoved, readNotice } from './host.ts'
import { answers, type startResolver } from './resolver.ts'

type Resolver = Awaited<ReturnType<typeof startResolver>>

/** Everything that the story needs. `here`, `there`: the hotlines, each with its partner. */
export type World = {
	here: Side & { other: string }
	there: Side & { host: string }
	/** Mails that the host has, in the order in which they came. */
	mails: readonly string[]
	/** Starts the resolver of the provider; `undefined` where no such program is on this machine. */
	openResolver: () => Promise<Resolver | undefined>
	/** Keeps a file for whoever looks. Answer: its path. */
	keep: (name: string, text: string) => string
	say: (line: string) => void
}

const name = 'harmful.example'
const url = `https://${name}/demonstration`

/** Two persons publish the name, and whoever asks the provider's resolver for it is sent to a page that explains. */
const block = async ({ here, say }: World, resolver: Resolver | undefined): Promise<() => Promise<void>> => {
	await resolver?.wantAnswer(name, answers.there)
	const withdraw = await publishName(here, name)
	say(`   ${name}: put on the list by the analyst, agreed to by the supervisor.`)
	if (!resolver) {
		say('   No resolver shows it here, because BIND is not installed (Debian: apt install bind9).')
		return withdraw
	}
	await resolver.reload()
	await resolver.wantAnswer(name, answers.stopPage)
	say(
		`   The resolver gave ${answers.there} for it and now gives ${answers.stopPage}, the page that explains.`,
	)
	return withdraw
}

/** The other hotline tells the host by mail; the host takes the address down and says so by the link in the letter. */
const tellHost = async (world: World, resolver: Resolver | undefined): Promise<string> => {
	const { there, mails, keep, say } = world
	const { id, caseId } = await fileReferral(there)
	say('5. The other country makes a case of it and tells the host by mail, as XARF. Two persons again.')
	await refer(there, caseId, { partner: there.host, url })
	const mail = await waitFor(() => mails[0])
	const { subject, type, url: told, link } = readNotice(mail)
	say(`   The host’s mailbox has it: “${subject}”`)
	say(`   Its machine reads: ${type}, ${told}`)
	say(`   The whole mail: ${keep('host-mail.eml', mail)}`)
	say('6. The host takes the address down and says so by the link in the letter, without an account.')
	resolver?.takeDown()
	await answerRemoved(link)
	return id
}

/** From report to outcome. */
export const walk = async (world: World): Promise<void> => {
	const { here, there, keep, say } = world
	say('1. A child reports here, without script. Sealed as it came: the machine cannot read it.')
	await report(here)
	const id = await giveCase(here)
	say('   The supervisor gives the case to the analyst.')
	say('2. The address stands in another country. Until it is gone, providers here block its name.')
	const resolver = await world.openResolver()
	const withdraw = await block(world, resolver)
	say(
		'3. The analyst drafts a referral, the supervisor agrees to this very text, it is sealed for the other side.',
	)
	const made = await refer(here, id, { partner: here.other, url })
	say(`   ${made.ref} waits in the outbox, which works every half minute.`)
	const file = await getReceipt(here, made.id)
	const theirs = await checkReceipt(file, there.place.origin)
	say(`4. ${made.ref} has arrived. Receipt verified with the other side’s public key: ${theirs} there.`)
	say(`   The receipt: ${keep('receipt.json', file)}`)
	const received = await tellHost(world, resolver)
	await replyActioned(there, received)
	say('7. The other country answers: it has acted. The answer comes back sealed and signed.')
	await waitForAction(here, made.id)
	say(`   ${made.ref}: answered. The letter for the child is ready in the case; nothing goes by itself.`)
	await withdraw()
	say('8. The block is withdrawn, by one person and at once, from every view.')
	if (!resolver) return
	await resolver.reload()
	await resolver.wantAnswer(name, answers.nowhere)
	say(`   The resolver has no answer for ${name} any more: the address is gone.`)
}
