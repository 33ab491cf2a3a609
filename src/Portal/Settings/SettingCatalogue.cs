using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;
using static Portal.Graph.Host.Settings.SettingKind;

namespace Portal.Graph.Host.Settings;

/// <summary>Every key of the portal's own sections. docs/operations.md lists them; a test compares.</summary>
internal static class SettingCatalogue
{
    /// <summary>Where keys have names of their own: what follows is any text without a colon.</summary>
    public const string AnyName = "*";

    public static readonly IReadOnlyList<Setting> All =
    [
        new("Data:Directory", "data", Text, "the embedded database, the keys, and what has no folder of its own"),
        new("Storage:Provider", "Sqlite", OneOf<StorageProvider>(), "where the tables are"),
        new("ConnectionStrings:Portal", "", Secret, "the server of PostgreSql"),

        new("Auth:Authority", "", Web, "an OIDC authority whose tokens the API takes instead of its own"),
        new("Auth:Audience", "portal-graph", Text, "the audience of tokens; must be set with Auth:Authority"),
        new("Auth:Issuer", "portal-graph", Text, "the issuer of our own tokens"),
        new("Auth:StaffSecondFactor", "true", Switch, "whether staff need a code of their app; demo accounts never do"),

        new($"Cors:Origins:{AnyName}", "", Web, "a page of another origin that may use the API and the files, by 0, 1 …"),

        new("Files:Directory", "files in the data directory", Text, "contents and unfinished uploads"),
        new("Files:Store", "Folder", OneOf("Folder", "S3"), "where complete contents lie"),
        new("Files:CurrentKey", "own", Text, "the ID of the master key that new contents get"),
        new($"Files:Keys:{AnyName}", "", Key, "a master key by its ID"),
        new("Files:S3:Bucket", "", Text, "the bucket"),
        new("Files:S3:Region", "", Text, "its region"),
        new("Files:S3:ServiceUrl", "", Web, "another server that speaks S3"),
        new("Files:S3:AccessKey", "", Secret, "with SecretKey, instead of the machine's credentials"),
        new("Files:S3:SecretKey", "", Secret, "with AccessKey"),
        new("Files:S3:Prefix", "", Text, "before every name"),
        new("Files:Scanner:Kind", "Clamd", OneOf("Clamd", "TestSignature"), "TestSignature knows only EICAR: for development, where it is the setting"),
        new("Files:Scanner:Address", "tcp://127.0.0.1:3310", Text, "clamd, or unix:/path"),
        new("Files:Scanner:TimeoutSeconds", "120", Number(1, 3600), "bounds one scan"),

        new("GraphQL:MaxDepth", "15", Number(1, 100), "fields inside fields"),
        new("GraphQL:MaxCost", "5000", Number(1, 10_000_000), "points of one operation"),
        new("GraphQL:StaffMaxCost", "25000", Number(1, 10_000_000), "points of one operation of staff; not less than MaxCost"),
        new("GraphQL:Deadline", "00:00:30", Time, "how long a request may take"),
        new("GraphQL:MaxRequestBytes", "1048576", Number(1024, int.MaxValue), "the body"),
        new("GraphQL:MaxResponseBytes", "33554432", Number(65536, int.MaxValue), "the answer"),
        new("GraphQL:MaxBatchSize", "10", Number(0, 1000), "requests in one body; 0 refuses lists"),
        new("GraphQL:AllowGet", "true", Switch, "queries with GET; their variables stand in addresses"),
        new("GraphQL:Compress", "true", Switch, "gzip and brotli"),
        new("GraphQL:PersistedOperations", "true", Switch, "Apollo's automatic persisted queries"),
        new("GraphQL:TrustedDocuments", "", Text, "a folder of ID.graphql, or a manifest"),
        new("GraphQL:TrustedDocumentsOnly", "false", Switch, "whether nothing else is executed"),
        new("GraphQL:Subscriptions:InitTimeout", "00:00:10", Time, "until connection_init"),
        new("GraphQL:Subscriptions:KeepAliveInterval", "00:00:15", Time, "between pings"),
        new("GraphQL:Subscriptions:KeepAliveTimeout", "00:00:15", Time, "until a pong"),
        new("GraphQL:Subscriptions:RevalidateInterval", "00:00:30", Time, "between looks at the session"),
        new("GraphQL:Subscriptions:SendTimeout", "00:00:30", Time, "a client that does not read"),
        new("GraphQL:Subscriptions:CloseTimeout", "00:00:02", Time, "the closing handshake"),
        new("GraphQL:Subscriptions:MaxMessageBytes", "262144", Number(1024, int.MaxValue), "a message of a client"),
        new("GraphQL:Subscriptions:MaxOperationsPerConnection", "100", Number(1, 100_000), "at once"),
        new("GraphQL:Subscriptions:MaxConnections", "10000", Number(1, 10_000_000), "of this process"),
        new($"GraphQL:Subscriptions:AllowedOrigins:{AnyName}", "", Web, "a page of another origin that may open a socket, by 0, 1 …"),

        new("Health:MinFreeMegabytes", "200", Number(0, 1_000_000_000), "below this the program is not ready"),
        new("Jobs:RetentionDays", "90", Number(1, 3650), "how long runs of jobs are kept; the newest of each job stays"),
        new("Jobs:Enabled", "true", Switch, "whether this process runs scheduled jobs"),

        new("Mail:Transport", "PickupFolder", OneOf<MailTransportKind>(), "how mail leaves"),
        new("Mail:PickupDirectory", "mail in the data directory", Text, "where .eml files are laid"),
        new("Mail:From", "provider-portal@localhost", Text, "the sender"),
        new("Mail:LinkBase", "http://127.0.0.1:5080/", Web, "the front end to which links lead"),
        new("Mail:StaffLinkBase", "", Web, "this program, to whose pages links for staff lead; Mail:LinkBase without it"),
        new("Mail:Smtp:Host", "", Text, "the mail server; must be set for Smtp"),
        new("Mail:Smtp:Port", "587", Number(1, 65535), "its port"),
        new("Mail:Smtp:User", "", Text, "who sends"),
        new("Mail:Smtp:Password", "", Secret, "with User"),
        new("Mail:Smtp:StartTls", "true", Switch, "encrypt"),

        new("Maintenance:From", "", Instant, "changes close"),
        new("Maintenance:Until", "", Instant, "changes open again"),
        new("Maintenance:Text", "a sentence", Text, "the banner, from 48 hours ahead"),
        new("Markets:Active", "", new SettingKind("market codes with commas between them, such as OH,IN", AreMarkets), "markets that can be chosen; all when empty"),

        new("Outbox:PollMilliseconds", "500", Number(10, 60_000), "until changes of other processes are seen"),
        new("Outbox:RetentionDays", "7", Number(1, 3650), "how long published changes are kept"),
        new("Outbox:TaskPollMilliseconds", "1000", Number(10, 3_600_000), "between looks for tasks that are due"),
        new("Outbox:LeaseSeconds", "120", Number(5, 3600), "how long a silent process keeps a task"),
        new("Outbox:Workers", "4", Number(1, 32), "tasks at once in this process"),

        new("RateLimits:Enabled", "true", Switch, "false where something before the portal limits"),
        new("RateLimits:UserPerMinute", "600", Number(0, int.MaxValue), "requests of one user; 0 for any number, as below"),
        new("RateLimits:AddressPerMinute", "3000", Number(0, int.MaxValue), "requests from one address"),
        new("RateLimits:AnonymousPerMinute", "300", Number(0, int.MaxValue), "of them without a session"),
        new("RateLimits:SignInPerMinute", "30", Number(0, int.MaxValue), "attempts to sign in from one address"),

        new("Shutdown:DrainSeconds", "0", Number(0, 600), "not ready and still serving, so that a load balancer notices"),
        new("Shutdown:TimeoutSeconds", "30", Number(1, 600), "for what is in flight then"),

        new("Telemetry:Otlp:Endpoint", "", Web, "an OpenTelemetry collector (OTLP over HTTP); nothing is sent without it"),
        new("Telemetry:IntervalSeconds", "30", Number(1, 3600), "between metrics"),
        new("Telemetry:TraceRatio", "1", Share, "which part of requests is traced"),
        new("Telemetry:ServiceName", "portal-graph", Text, "the name in the collector"),
    ];

    private static bool AreMarkets(string value) =>
        value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(code => Enum.TryParse<Market>(code, ignoreCase: true, out var market) && Enum.IsDefined(market));
}
