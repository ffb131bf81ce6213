namespace Optimizer.Crash.Tests.Files;

/// <summary>A fact that limits the files of a process, skipped visibly where the system has no command for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitFactAttribute : FactAttribute
{
    public LimitFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "prlimit"))))
        {
            Skip = "skipped: there is no command prlimit here";
        }
    }
}
