namespace Optimizer.Embedded.Inspection;

/// <summary>Where a backup may go.</summary>
internal static class BackupTarget
{
    /// <exception cref="EngineViewException">It is no full path, or something is there already.</exception>
    public static void MustBeNew(string file)
    {
        if (!Path.IsPathFullyQualified(file))
        {
            throw new EngineViewException(ViewProblem.BadQuestion, $"'{file}' is not a full path");
        }

        if (Path.Exists(file))
        {
            throw new EngineViewException(ViewProblem.Conflict, $"{file}: exists already; a backup is never written over another file");
        }
    }
}
