using Xunit;

namespace Optimizer.Testing;

/// <summary>A value that cannot be right is refused with the parameter's name and the value.</summary>
public static class Refused
{
    public static void For(string parameter, object value, Func<object?> build)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(build);
        Assert.Equal(parameter, refusal.ParamName);
        Assert.Equal(value, refusal.ActualValue);
    }
}
