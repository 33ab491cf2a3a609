namespace Portal.Graph.Domain.Platform.Mail;

// PLT-17
/// <summary>
/// A mail's text. <c>{name}</c> is a field; a paragraph that is only <c>{link}</c> is the link. Fields are those of
/// <see cref="MailFields"/>: names of people and practices, minutes, never health data.
/// </summary>
/// <param name="Key">Fixed key, such as <c>password.reset</c>.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="LinkPage">The page that takes the link's token: of the front end, or below <c>staff/</c> of the back office; null when the mail has no link.</param>
/// <param name="Paragraphs">The body, paragraph by paragraph.</param>
public sealed record MailTemplate(string Key, string Subject, string? LinkPage, params IReadOnlyList<string> Paragraphs);

/// <summary>The only fields that templates may show.</summary>
public static class MailFields
{
    public const string Name = "name", Username = "username", Practice = "practice", Link = "link";

    public static readonly IReadOnlyList<string> All = [Name, Username, Practice, Link];
}

/// <summary>Every mail that the portal sends.</summary>
public static class MailTemplates
{
    // L-REG-WELCOME, ACC-04
    public static readonly MailTemplate Welcome = new("registration.welcome", "Welcome to the provider portal: confirm your e-mail address", "verify-email",
        "Hello {name},",
        "your user {username} for {practice} was created. Confirm your e-mail address with this link within 24 hours; it works once:",
        "{link}",
        "Then you can sign in. If you did not register, you need do nothing.");

    // L-REG-WELCOME, ACC-04
    public static readonly MailTemplate WelcomePending = new("registration.pending", "Your registration waits for approval: confirm your e-mail address", "verify-email",
        "Hello {name},",
        "your user {username} for {practice} was created and waits for the approval of an administrator of that account.",
        "Confirm your e-mail address with this link within 24 hours; it works once:",
        "{link}",
        "If you did not register, you need do nothing.");

    // L-USER-PENDING, ACC-04
    public static readonly MailTemplate UserPending = new("user.pending", "A user waits for your approval", "users",
        "Hello {name},",
        "somebody registered as user {username} for {practice} and waits for your approval. Approve only people who work for you:",
        "{link}");

    public static readonly MailTemplate UserApproved = new("user.approved", "Your user was approved", null,
        "Hello {name},",
        "an administrator of {practice} approved your user {username}. Once your e-mail address is confirmed you can sign in.");

    // L-USER-INVITE, ACC-12
    public static readonly MailTemplate UserInvite = new("user.invite", "You are invited to the provider portal", "accept-invite",
        "Hello {name},",
        "an administrator of {practice} invites you to the provider portal as user {username}. Choose your password with this link within 7 days; it works once:",
        "{link}",
        "If you do not work for {practice}, you need do nothing.");

    // ACC-23
    public static readonly MailTemplate StaffInvite = new("staff.invite", "You are invited to the back office", "staff/invitation",
        "Hello {name},",
        "you are invited to the plan's back office as user {username}. Choose your password with this link within 7 days; it works once:",
        "{link}",
        "At your first sign-in you set up an authenticator app.");

    // L-ACCOUNT-LINKED, ACC-11
    public static readonly MailTemplate AccountLinked = new("account.linked", "A user of another practice linked your account", "users",
        "Hello {name},",
        "user {username} linked {practice} to their own sign-in with its name, Tax ID, Provider ID and ZIP code, and can work for it from now on.",
        "If that should not be, end the link at once:",
        "{link}");

    // L-IMPERSONATION-NOTICE, ACC-14
    public static readonly MailTemplate ImpersonationNotice = new("impersonation.notice", "Our support looked at the portal as you see it", null,
        "Hello {name},",
        "to help with a support ticket, a member of our staff looks at the provider portal as your user {username} sees it. It ends by itself, and everything looked at is recorded.",
        "If you did not ask for help, call Provider Services.");

    // ACC-04
    public static readonly MailTemplate VerifyEmail = new("email.verify", "Confirm your e-mail address", "verify-email",
        "Hello {name},",
        "confirm the e-mail address of your user {username} with this link within 24 hours; it works once:",
        "{link}");

    // ACC-13
    public static readonly MailTemplate ConfirmNewEmail = new("email.change", "Confirm your new e-mail address", "verify-email",
        "Hello {name},",
        "this address was entered as the new e-mail address of the user {username}. Confirm it with this link within 24 hours; it works once:",
        "{link}",
        "Until then everything goes to the address before.");

    // ACC-13
    public static readonly MailTemplate EmailChanging = new("email.changing", "Your e-mail address is about to change", null,
        "Hello {name},",
        "another e-mail address was entered for your user {username}. It counts once it is confirmed from there. If it was not you, change your password at once.");

    // ACC-06
    public static readonly MailTemplate ResetPassword = new("password.reset", "Set a new password", "reset-password",
        "Hello {name},",
        "somebody, probably you, asked for a new password for the user {username}. Set it with this link within 60 minutes; it works once:",
        "{link}",
        "If it was not you, you need do nothing: your password stays as it is.");

    // ACC-06
    public static readonly MailTemplate PasswordChanged = new("password.changed", "Your password was changed", null,
        "Hello {name},",
        "the password of your user {username} was changed, and sessions that were open elsewhere have ended. If it was not you, call Provider Services at once.");

    // ACC-05
    public static readonly MailTemplate SecondFactorReset = new("secondFactor.reset", "Your authenticator app was reset", null,
        "Hello {name},",
        "the plan took back the authenticator app and the recovery codes of your user {username}, and open sessions have ended. Set up the app anew after your next sign-in.",
        "If you did not ask for it, call the plan at once.");

    // ACC-06
    public static readonly MailTemplate StaffResetPassword = ResetPassword with { Key = "staff.passwordReset", LinkPage = "staff/reset-password" };

    // ACC-06
    public static readonly MailTemplate StaffPasswordChanged = new("staff.passwordChanged", "Your password was changed", null,
        "Hello {name},",
        "the password of your staff user {username} was changed, and sessions that were open elsewhere have ended. If it was not you, tell your system administrator at once.");

    // L-ATTESTATION-RECEIPT, ACC-15
    public static readonly MailTemplate AttestationReceipt = new("training.attested", "Your training attestation was received", null,
        "Hello {name},",
        "your user {username} attested for {practice} to have completed a training. Provider Training in the portal shows which one and when.",
        "If it was not you, call Provider Services.");

    // DOC-05: that there is a letter, never what it is about.
    public static readonly MailTemplate LetterAvailable = new("letter.available", "A letter for your practice is on the provider portal", "documents",
        "Hello {name},",
        "there is a letter for {practice} on the provider portal. Sign in to read it:",
        "{link}");

    // PLT-08
    public static readonly MailTemplate InformationAsked = new("information.asked", "The plan asks your practice for information", "information-requests",
        "Hello {name},",
        "the plan has a question for {practice} and waits for the answer. Sign in to read it and to answer it:",
        "{link}");

    // ACC-22
    public static readonly MailTemplate GrievanceAcknowledged = new("grievance.acknowledged", "Your grievance was received", null,
        "Hello {name},",
        "the plan has the grievance that your user {username} filed for {practice} and looks into it. The portal shows its number and until when it is answered.");

    // ACC-22
    public static readonly MailTemplate GrievanceResolved = new("grievance.resolved", "Your grievance was answered", null,
        "Hello {name},",
        "the grievance that your user {username} filed for {practice} was answered. Sign in to the portal to read the answer.");

    public static readonly IReadOnlyList<MailTemplate> All =
    [
        Welcome, WelcomePending, UserPending, UserApproved, UserInvite, StaffInvite, AccountLinked, ImpersonationNotice, VerifyEmail, ConfirmNewEmail, EmailChanging,
        ResetPassword, PasswordChanged, StaffResetPassword, StaffPasswordChanged, SecondFactorReset, AttestationReceipt, GrievanceAcknowledged, GrievanceResolved, LetterAvailable, InformationAsked,
    ];

    /// <summary>Null when a row of another version of the program names a template that is no more.</summary>
    public static MailTemplate? Find(string key) => All.FirstOrDefault(t => t.Key == key);
}
