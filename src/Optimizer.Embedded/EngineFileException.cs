namespace Optimizer.Embedded;

/// <summary>The engine's file cannot be used; the message says which file, why, and what would help.</summary>
public sealed class EngineFileException : Exception
{
    public EngineFileException(string file, string problem, Exception? inner = null)
        : base($"{file}: {problem}", inner) => File = file;

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>Whether another process holds it, and might answer instead.</summary>
    public bool IsInUse { get; init; }
}
