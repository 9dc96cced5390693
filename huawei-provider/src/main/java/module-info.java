/** Memberships in Huawei Cloud IAM Identity Center. */
module dev.roster.huawei {
  requires transitive dev.roster.core;
  requires transitive okhttp3;
  requires static transitive org.jspecify;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  exports dev.roster.huawei;

  provides dev.roster.spi.DriverFactory with
      dev.roster.huawei.HuaweiDriverFactory;
}
