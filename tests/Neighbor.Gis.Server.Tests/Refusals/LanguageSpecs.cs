using Microsoft.AspNetCore.Http;
using Neighbor.Gis.Server.Refusals;
using Xunit;

namespace Neighbor.Gis.Server.Tests.Refusals;

public class LanguageSpecs
{
    [Theory]
    [InlineData(null, "zh")]
    [InlineData("", "zh")]
    [InlineData("fr", "zh")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("zh-CN,en;q=0.8", "zh")]
    [InlineData("zh;q=0.3,en;q=0.8", "en")]
    [InlineData("en;q=0,zh", "zh")]
    [InlineData("not a header at all;;;", "zh")]
    public void The_first_language_we_speak_is_taken_and_chinese_otherwise(string? header, string tag)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = header;
        Assert.Equal(tag, Language.Of(context.Request).Tag);
    }
}
