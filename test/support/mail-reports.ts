/** A Message-ID of ours, where a spec names none. */
export const OURS = '<4f1c2a9e-0d5a-5c1e-8d53-6f5f3e0b1a11@vendor.example>';

export interface Told {
  readonly messageId?: string;
  readonly action?: string;
  readonly status?: string;
}

const crlf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));

const returnedHeader = (messageId: string) => `Date: Sat, 10 Jan 2026 08:00:00 +0000
From: "Vendor" <renewals@vendor.example>
Message-ID: ${messageId}
To: Ann <ann@customer.example>
Subject: Your license expires in 60 days
Auto-Submitted: auto-generated`;

/** Postfix: the recipients of a queue file one group each, and the whole mail comes back. */
export function postfix({ messageId = OURS, action = 'failed', status = '5.1.1' }: Told = {}): Buffer {
  return crlf(`Return-Path: <>
Date: Sat, 10 Jan 2026 08:00:03 +0000 (UTC)
From: MAILER-DAEMON@relay.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: bounces@vendor.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="C2F4A10021.1768032003/relay.example"
Message-Id: <20260110080003.D0B5310022@relay.example>

This is a MIME-encapsulated message.

--C2F4A10021.1768032003/relay.example
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

The server could not hand your mail over to one or more recipients.

<ann@customer.example>: host mx.customer.example said: no such mailbox

--C2F4A10021.1768032003/relay.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example
X-Postfix-Queue-ID: C2F4A10021
X-Postfix-Sender: rfc822; bounces@vendor.example
Arrival-Date: Sat, 10 Jan 2026 08:00:01 +0000 (UTC)

Final-Recipient: rfc822; ann@customer.example
Original-Recipient: rfc822;ann@customer.example
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.customer.example
Diagnostic-Code: smtp; 550 ${status} <ann@customer.example>: no such mailbox
    in this company

--C2F4A10021.1768032003/relay.example
Content-Description: Undelivered Message
Content-Type: message/rfc822

${returnedHeader(messageId)}
MIME-Version: 1.0
Content-Type: text/plain

Hello Ann, your license expires.

--C2F4A10021.1768032003/relay.example--
`);
}

/** Exim: the header alone comes back. */
export function exim({ messageId = OURS, action = 'failed', status = '5.0.0' }: Told = {}): Buffer {
  return crlf(`From: Mail Delivery System <Mailer-Daemon@exim.example>
To: bounces@vendor.example
Content-Type: multipart/report; report-type=delivery-status; boundary=1768032003-eximdsn-1
MIME-Version: 1.0
Subject: Mail delivery failed: returning message to sender
Date: Sat, 10 Jan 2026 08:00:03 +0000

--1768032003-eximdsn-1
Content-type: text/plain; charset=us-ascii

Nothing could be delivered to the following address:

  ann@customer.example
    Unrouteable address

--1768032003-eximdsn-1
Content-type: message/delivery-status

Reporting-MTA: dns; exim.example

Action: ${action}
Final-Recipient: rfc822;ann@customer.example
Status: ${status}

--1768032003-eximdsn-1
Content-type: text/rfc822-headers

Return-path: <bounces@vendor.example>
Received: from vendor.example ([192.0.2.1])
	by exim.example with esmtps; Sat, 10 Jan 2026 08:00:01 +0000
${returnedHeader(messageId)}


--1768032003-eximdsn-1--
`);
}

/** Exchange: a page of HTML, and a Message-ID in In-Reply-To too. Some of them bring no mail back. */
export function exchange({ messageId = OURS, action = 'failed', status = '5.1.10' }: Told = {}): Buffer {
  return crlf(`From: Postmaster <postmaster@customer.example>
To: <bounces@vendor.example>
Date: Sat, 10 Jan 2026 08:00:05 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="_000_dsn_"
Message-ID: <b7d1@mail.customer.example>
In-Reply-To: ${messageId}
References: ${messageId}
Subject: =?utf-8?Q?Undeliverable=3A_Your_license?=
Auto-Submitted: auto-replied
MIME-Version: 1.0

--_000_dsn_
Content-Type: multipart/alternative; differences=Content-Type;
	boundary="_001_dsn_"

--_001_dsn_
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Your mail didn=E2=80=99t reach ann@customer.example.

--_001_dsn_
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: base64

PHA+WW91ciBtYWlsIGRpZCBub3QgcmVhY2ggYW5uQGN1c3RvbWVyLmV4YW1wbGUuPC9wPg==

--_001_dsn_--

--_000_dsn_
Content-Type: message/delivery-status

Reporting-MTA: dns;AB1PR01.customer.example
Received-From-MTA: dns;relay.example
Arrival-Date: Sat, 10 Jan 2026 08:00:04 +0000


Final-Recipient: rfc822;ann@customer.example
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; not found
X-Display-Name: Ann


--_000_dsn_--
`);
}

/** Gmail: the whole conversation with the remote server as the status. */
export function gmail({ messageId = OURS, action = 'delayed', status = '4.4.1' }: Told = {}): Buffer {
  return crlf(`Return-Path: <>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
To: bounces@vendor.example
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Delay)
References: ${messageId}
In-Reply-To: ${messageId}
Date: Sun, 11 Jan 2026 08:00:05 -0800 (PST)
MIME-Version: 1.0
Content-Type: multipart/report; boundary="000000000000d1e2f3"; report-type=delivery-status

--000000000000d1e2f3
Content-Type: multipart/related; boundary="000000000000aaaaaa"

--000000000000aaaaaa
Content-Type: text/plain; charset="UTF-8"

** Not yet delivered **

We keep trying to reach ann@customer.example for two more days.

--000000000000aaaaaa--
--000000000000d1e2f3
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.example
Received-From-MTA: dns; bounces@vendor.example
Arrival-Date: Sat, 10 Jan 2026 00:00:01 -0800 (PST)
X-Original-Message-ID: ${messageId}

Final-Recipient: rfc822; ann@customer.example
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; The recipient server did not accept our requests to connect.
Last-Attempt-Date: Sun, 11 Jan 2026 08:00:05 -0800 (PST)
Will-Retry-Until: Tue, 13 Jan 2026 00:00:01 -0800 (PST)

--000000000000d1e2f3
Content-Type: message/rfc822

${returnedHeader(messageId)}

Hello Ann, your license expires.

--000000000000d1e2f3--
`);
}

/** What a mailbox provider sends when a reader presses "This is spam" (RFC 5965). */
export function complaint({ messageId = OURS, type = 'abuse' }: { messageId?: string; type?: string } = {}): Buffer {
  return crlf(`From: <feedback@mailbox.example>
Date: Sat, 10 Jan 2026 09:00:00 +0000
Subject: FW: Your license expires in 60 days
To: <bounces@vendor.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report;
	boundary="part1_13d.2e68ed54"

--part1_13d.2e68ed54
Content-Type: text/plain; charset="US-ASCII"
Content-Transfer-Encoding: 7bit

A reader marked this mail as unwanted.

--part1_13d.2e68ed54
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: SomeGenerator/1.0
Version: 1
Arrival-Date: Sat, 10 Jan 2026 08:00:02 +0000
Source-IP: 192.0.2.1

--part1_13d.2e68ed54
Content-Type: message/rfc822
Content-Disposition: inline

${returnedHeader(messageId)}

Hello Ann, your license expires.

--part1_13d.2e68ed54--
`);
}

/** Of a mail that was forwarded to several, a group each. */
export function ofSeveral(...told: readonly Required<Omit<Told, 'messageId'>>[]): Buffer {
  const groups = told.map(
    ({ action, status }, n) => `Final-Recipient: rfc822; ${n}@customer.example\nAction: ${action}\nStatus: ${status}\n`,
  );
  return crlf(`MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; list.example

${groups.join('\n')}
--b
Content-Type: text/rfc822-headers

${returnedHeader(OURS)}

--b--
`);
}
