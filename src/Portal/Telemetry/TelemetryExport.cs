using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Portal.Graph.Domain.Platform.Monitoring;
using Portal.GraphQL.Instrumentation;

namespace Portal.Graph.Host.Telemetry;

// PLT-22
/// <summary>
/// Sends traces and metrics by OTLP over HTTP to <c>Telemetry:Otlp:Endpoint</c>; nothing without it. Names, codes and numbers only: no
/// documents, variables, addresses' queries or statements' parameters.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedLifecycleService, IDisposable
{
    public const string EndpointKey = "Telemetry:Otlp:Endpoint";
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    // Before everything else starts, so that nothing goes unseen.
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (configuration[EndpointKey] is not { Length: > 0 } endpoint) return Task.CompletedTask;
        var collector = new Uri(endpoint.TrimEnd('/') + "/");
        var seconds = configuration.GetValue("Telemetry:IntervalSeconds", 30);
        var resource = ResourceBuilder.CreateDefault()
            .AddService(configuration["Telemetry:ServiceName"] ?? "portal-graph", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString());
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(configuration.GetValue("Telemetry:TraceRatio", 1.0))))
            .AddSource(GraphQLTelemetry.SourceName, "Microsoft.AspNetCore", "Npgsql")
            .AddOtlpExporter(o => To(o, new(collector, "v1/traces"))).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(GraphQLTelemetry.SourceName, QueueGauges.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql")
            .AddOtlpExporter((o, reader) =>
            {
                To(o, new(collector, "v1/metrics"));
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = seconds * 1000;
            }).Build();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // After everything else: the last numbers leave too.
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _traces, null)?.Dispose();
        Interlocked.Exchange(ref _metrics, null)?.Dispose();
    }

    private static void To(OtlpExporterOptions options, Uri endpoint) => (options.Endpoint, options.Protocol) = (endpoint, OtlpExportProtocol.HttpProtobuf);
}
