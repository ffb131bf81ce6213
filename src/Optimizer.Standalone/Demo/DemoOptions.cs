namespace Optimizer.Standalone.Demo;

/// <summary>What the demo is asked for.</summary>
/// <param name="Folder">Data directory, full path.</param>
/// <param name="Weeks">Virtual weeks, at least 1.</param>
/// <param name="Seed">Which market.</param>
/// <param name="Plays">How many of the sample plays, at least 1.</param>
internal sealed record DemoOptions(string Folder, int Weeks, ulong Seed, int Plays);
