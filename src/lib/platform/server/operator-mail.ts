/** Settings of an operator for mail that leaves, under `mail` in `operator.yaml`. Secrets stand in files of their own (`outgoing/mail.ts`). */
import * as v from 'valibot'

export type MailSettings = {
	/** The mail server that takes our mail: a name or an address. */
	host: string
	port: number
	/** True: TLS from the first byte (port 465). False: by STARTTLS, and in clear only to this machine. */
	secure: boolean
	/** Account at that server; left out: it takes mail from this machine without one. */
	user?: string
	/** Address that notices come from. Answers of hosts arrive there: a person reads it. */
	from: string
	/** Place in DNS of the public half of the key: `<selector>._domainkey.<domain>`. */
	dkim: { domain: string; selector: string }
}

const wantedName = 'a host name such as mail.your.name, or an address'
const host = v.pipe(
	v.string(wantedName),
	v.trim(),
	v.toLowerCase(),
	v.regex(/^[a-z\d.:-]{1,253}$/u, wantedName),
)
const wantedDomain = 'a domain such as your.name'
const domain = v.pipe(
	v.string(wantedDomain),
	v.trim(),
	v.toLowerCase(),
	v.regex(/^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/u, wantedDomain),
)
const wantedPort = 'a port from 1 to 65535'
const port = v.pipe(
	v.number(wantedPort),
	v.integer(wantedPort),
	v.minValue(1, wantedPort),
	v.maxValue(65_535, wantedPort),
)
const wantedUser = 'an account of one line'

const isOf = (email: string, name: string): boolean => {
	const at = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
	return at === name || at.endsWith(`.${name}`)
}

export const mailSettings = v.pipe(
	v.strictObject(
		{
			host,
			port,
			secure: v.boolean('true or false'),
			user: v.exactOptional(v.pipe(v.string(wantedUser), v.regex(/^[^\p{Cc}]{1,200}$/u, wantedUser))),
			from: v.pipe(v.string('an e-mail address'), v.email('an e-mail address')),
			dkim: v.strictObject(
				{
					domain,
					selector: v.pipe(
						v.string('a selector'),
						v.regex(/^[a-z\d][a-z\d-]{0,62}$/iu, 'a selector of letters and digits'),
					),
				},
				'domain and selector',
			),
		},
		'host, port, secure, from and dkim, and user if there is one',
	),
	v.check(
		({ from, dkim }) => isOf(from, dkim.domain),
		'from and dkim of one domain: others do not count the signature',
	),
)
