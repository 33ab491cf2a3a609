using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;
using static Portal.Graph.Domain.Accounts.PublicLinks.LinkGroup;

namespace Portal.Graph.Domain.Accounts.PublicLinks;

/// <summary>The links that the catalogue names, with made-up addresses: a plan writes its own. Rows that people wrote stay as they are.</summary>
internal static class ContentLinkSeed
{
    private const string Site = "https://www.example.org";

    // ACC-20: each group in the catalogue's order; a target without a slash is a page of the portal.
    private static readonly (LinkGroup Group, string Key, string Label, string Target)[] Links =
    [
        (Login, "login.member", "Member", "https://members.example.org/"),
        (Help, "help.register", "How to register", "/help/register"),
        (Help, "help.resetPassword", "How to reset your password", "/help/reset-password"),
        (TopMenu, "top.plans", "Plans", "/plans"), (TopMenu, "top.members", "Members", "/members"), (TopMenu, "top.providers", "Providers", "/providers"),
        (TopMenu, "top.producers", "Producers", "/producers"), (TopMenu, "top.about", "About Us", "/about"), (TopMenu, "top.login", "Login", "signIn"),
        (TopMenu, "top.findDoctor", "Find a Doctor", "/find-a-doctor"), (TopMenu, "top.callNurse", "Call Nurse", "tel:1-866-206-0554"),
        (TopMenu, "top.spanish", "Español", "/es"),
        (Overview, "overview.findDoctor", "Find a Doctor/Provider", "/find-a-doctor"), (Overview, "overview.covid", "COVID-19 Provider Resources", "/providers/covid-19"),
        (Overview, "overview.contact", "Contact Us", "/contact"),
        (Tools, "tools.formulary", "Drug Formulary", "/providers/drug-formulary"), (Tools, "tools.forms", "Forms", "/providers/forms"),
        (Tools, "tools.procedureLookup", "Procedure Code Lookup", "/providers/procedure-code-lookup"), (Tools, "tools.manual", "Provider Manual", "/providers/manual"),
        (Tools, "tools.policies", "Provider Policies", "/providers/policies"), (Tools, "tools.quickReference", "Quick Reference", "/providers/quick-reference"),
        (Tools, "tools.patientServices", "Request Patient Services", "/providers/patient-services"),
        (Tools, "tools.updates", "Updates and Announcements", "/providers/updates"), (Tools, "tools.rewards", "Rewards and Incentives", "/providers/rewards"),
        (LinkGroup.Portal, "portal.eligibility", "Check Eligibility", "members.eligibility"), (LinkGroup.Portal, "portal.claims", "Claims", "claims.information"),
        (LinkGroup.Portal, "portal.disputes", "Disputes and Appeals", "claims.disputes"), (LinkGroup.Portal, "portal.priorAuth", "Prior Authorization", "providers.priorAuth"),
        (LinkGroup.Portal, "portal.grievances", "Provider Grievances", "providers.grievances"),
        (LinkGroup.Portal, "portal.maintenance", "Provider Maintenance", "providers.maintenance"),
        (Education, "education.behavioral", "Behavioral Health", "/education/behavioral-health"),
        (Education, "education.participate", "Become a Participating Provider", "/education/become-a-provider"),
        (Education, "education.care", "Care and Disease Management", "/education/care-management"), (Education, "education.dental", "Dental", "/education/dental"),
        (Education, "education.vision", "Vision", "/education/vision"), (Education, "education.faqs", "FAQs", "/education/faqs"),
        (Education, "education.fraud", "Fraud, Waste and Abuse", "/education/fraud"), (Education, "education.newsletters", "Newsletters", "/education/newsletters"),
        (Education, "education.patientCare", "Patient Care", "/education/patient-care"), (Education, "education.pharmacy", "Pharmacy", "/education/pharmacy"),
        (Education, "education.quality", "Quality Improvement", "/education/quality"), (Education, "education.training", "Training and Events", "/education/training"),
        (More, "more.findPlan", "Find the plan that is right for you", "/plans"), (More, "more.becomeProvider", "Not a provider? Become one", "/education/become-a-provider"),
    ];

    private const string Health = "Information, resources and vaccine guidance about COVID-19 for you and your patients.";
    private const string Browsers = "The portal works with the present versions of Edge, Chrome, Firefox and Safari. Videos need sound and a window of at least 800 pixels.";

    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        var known = (await db.Set<ContentLink>().Select(l => new { l.Key, l.Market }).ToListAsync(ct)).Select(l => (l.Key, l.Market)).ToHashSet();
        db.AddRange(Rows().Where(row => !known.Contains((row.Key, row.Market))).Select(ContentLink.Of));
    }

    private static IEnumerable<ContentLinkDraft> Rows()
    {
        foreach (var ((group, key, label, target), i) in Links.Select((link, i) => (link, i)))
            yield return Row(group, key, null, label, (i + 1) * 10) with { Url = Address(target), PageKey = Address(target) is null ? target : null };
        // ACC-20: only Ohio has the waiver.
        yield return Row(Tools, "tools.waiver", Market.OH, "Ohio Waiver", 175) with { Url = $"{Site}/providers/oh/waiver" };
        yield return Row(LinkGroup.Banner, "banner.health", null, "COVID-19", 10) with { Body = Health, Url = $"{Site}/providers/covid-19" };
        yield return Row(Note, "note.browsers", null, "Browsers", 10) with { Body = Browsers };
    }

    private static ContentLinkDraft Row(LinkGroup group, string key, Market? market, string label, int position) =>
        new(key, market, group, label, null, null, null, position, null, null, ContentState.Published);

    private static string? Address(string target) => target.StartsWith('/') ? Site + target : target.Contains(':') ? target : null;
}
