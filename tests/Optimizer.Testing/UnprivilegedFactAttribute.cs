using Xunit;

namespace Optimizer.Testing;

/// <summary>A fact about file permissions, skipped visibly for a user whom they do not bind.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Skip = "skipped: this user may read every file";
        }
    }
}
