using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>The catalogue's own text of every letter, for every market; people write others beside them.</summary>
internal static class LetterSeed
{
    private const string Greeting = "Dear {{providerName}},\n\n";
    private const string Closing = "\n\nIf you have a question, call Provider Services at {{providerServices}} ({{hours}}).\n\nSincerely,\n\nProvider Relations";

    private static readonly (LetterKind Kind, string Title, string Body)[] Texts =
    [
        (LetterKinds.Welcome, "Welcome to the provider portal", Greeting + """
            A user of the provider portal was created for your practice: {{name}}, user name {{username}}.

            {{#if pending}}
            The user waits until an administrator of your account approves it.

            {{/if}}
            # What comes next

            - Confirm the e-mail address by the link that was mailed to it.
            - Sign in and look at the resources of your market.
            {{#if helpLink}}
            - Find help at {{helpLink}}.
            {{/if}}
            """ + Closing),
        (LetterKinds.UserPending, "A user waits for your approval", Greeting + """
            On {{registeredAt}} somebody registered as user {{username}} for your practice (Provider ID {{providerId}}).

            The user can see nothing until an administrator of your account approves it on the page Manage Users. Approve only people who work for you.
            """ + Closing),
        (LetterKinds.AccountLinked, "Your account was linked", Greeting + """
            On {{linkedAt}} the user {{username}} of the portal proved to know your practice and linked your account. The user can act for your practice on the portal.

            If you did not agree to this, an administrator of your account can end the link on the page Account Linker at any time.
            """ + Closing),
        (LetterKinds.ImpersonationNotice, "Our staff looked at the portal as one of your users", Greeting + """
            To help with a request, a member of our staff saw the portal as your user {{username}} does, from {{startedAt}} on{{#if endedAt}} until {{endedAt}}{{/if}}. The request is {{ticket}}.

            Everything that was looked at is on record. If you did not ask for help, please call us.
            """ + Closing),
        (LetterKinds.AttestationReceipt, "Receipt of your training attestation", Greeting + """
            {{name}} attested on {{attestedAt}} that the training was completed:

            | Training | Year |
            | {{training}} | {{year}} |
            """ + Closing),
        (LetterKinds.GrievanceAck, "We received your grievance", Greeting + """
            We have your grievance {{subjectNumber}} of {{filedAt}} about: {{category}}. We look into it and answer by {{dueAt}}.
            """ + Closing),
        (LetterKinds.GrievanceResolution, "The answer to your grievance", Greeting + """
            We looked into your grievance {{subjectNumber}} of {{filedAt}} about: {{category}}.

            # Our answer

            {{answer}}
            """ + Closing),
        (LetterKinds.Free, "A letter from your health plan", Greeting + """
            {{#if topic}}
            # {{topic}}

            {{/if}}
            {{text}}

            {{#if until}}
            Please answer by {{until}}.
            {{/if}}
            """ + Closing),
    ];

    public static async Task AddMissingAsync(PortalDb db, TimeProvider clock, CancellationToken ct)
    {
        var known = await db.Set<LetterTemplate>().Where(t => t.Market == null).Select(t => t.Key).Distinct().ToListAsync(ct);
        var now = clock.GetUtcNow();
        db.AddRange(Texts.Where(t => !known.Contains(t.Kind.Key)).Select(t => LetterTemplate.Seeded(t.Kind.Key, t.Title, t.Body.ReplaceLineEndings("\n"), now)));
    }
}
