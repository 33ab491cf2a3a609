namespace Portal.Graph.Domain.Platform.Files.Scanning;

/// <summary>Wakes the scans of this process when a file has come.</summary>
public sealed class ScanSignal : WakeSignal;
