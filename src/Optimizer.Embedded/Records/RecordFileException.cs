namespace Optimizer.Embedded.Records;

/// <summary>The file of records cannot be used; the message says which file, why, and what would help.</summary>
public sealed class RecordFileException : Exception
{
    public RecordFileException(string file, string problem, Exception? inner = null)
        : base($"{file}: {problem}", inner) => File = file;

    public string File { get; }

    /// <summary>Whether trying again may help, as when the disk is full or another process writes.</summary>
    public bool MayPass { get; init; }

    /// <summary>Whether there is no such file: nothing has been recorded there yet.</summary>
    public bool IsAbsent { get; init; }
}
