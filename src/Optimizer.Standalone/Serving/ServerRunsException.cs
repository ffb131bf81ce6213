namespace Optimizer.Standalone.Serving;

/// <summary>Another process serves the data directory: two would do everything twice.</summary>
internal sealed class ServerRunsException(string folder, RunningServer? first) : InvalidOperationException(
    $"{folder}: is served already by {first?.ToString() ?? "another process"}; stop it first, or name another directory with --data");
