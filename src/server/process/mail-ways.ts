/** Ways by mail of this process: open where the operator has given a mail server and the public address is set. */
import {
	createPgpMailWay,
	createXarfMailWay,
	openOutboxBox,
	openOwnPgpKey,
} from '#domains/exchange/referrals/mail/server'
import type { MailOptions, OwnPgpKey } from '#domains/exchange/referrals/mail/server'
import type { Ways } from '#domains/exchange/referrals/outbox/server'
import { messages } from '#messages'
import { mayMail, openMailer, readConfig, type Mailer, type Operator } from '#platform'
import { findOperator } from './apart/held-operator.ts'
import { declareSlot } from './slot.ts'

const slot = declareSlot<Mailer>('mailer')

/** Opened at the first mail, so that a key that is wrong holds up mails and nothing else. */
const getMailer = async (operator: Operator): Promise<Mailer> => {
	const found = slot.find() ?? (await openMailer(readConfig().dataDir, operator))
	if (!found) throw new Error('opening the mailer: there are no settings')
	return slot.put(found)
}

/** Labels of a notice lie with the content of the desk, which a process that only answers partners does not load. */
const getWords: MailOptions['getWords'] = async (language) => {
	const { deskContent } = await import('#domains/cases/answers/server')
	return { ...deskContent.paper.notice[language], answer: messages[language]['coop.letter.answer'] }
}

const openKey = (operator: Operator, email: string): OwnPgpKey => {
	const name = operator.state === 'live' ? operator.record.name.fr : 'Thiqa'
	return openOwnPgpKey(readConfig().dataDir, { name, email }, () => new Date())
}

/** Our own OpenPGP key; `undefined` where no mail leaves. */
export const findOwnPgpKey = (): OwnPgpKey | undefined => {
	const operator = findOperator()
	return operator?.mail && mayMail(operator) ? openKey(operator, operator.mail.from) : undefined
}

/**
 * None without `mail` in `operator.yaml`, or without `ORIGIN`: the link to answer by begins with it. In a demonstration none but to a mail server on
 * this machine, for invented addresses.
 */
export const openMailWays = (): Ways => {
	const { dataDir, origin } = readConfig()
	const operator = findOperator()
	const mail = operator?.mail
	if (!operator || !mail || !mayMail(operator) || origin === undefined) return {}
	const options: MailOptions = {
		box: openOutboxBox(dataDir),
		origin,
		getWords,
		getMailer: () => getMailer(operator),
	}
	return {
		'xarf-mail': createXarfMailWay(options, mail.from),
		'mail-pgp': createPgpMailWay(options, mail.from, openKey(operator, mail.from)),
	}
}
